package org.kith.reporting.ingesting;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/**
 * A stretch of one partition that a batch covers.
 *
 * @param expected where the position must stand now
 * @param next where it stands afterwards
 * @param through every record appended up to this moment has been read once the batch is in
 */
record Span(TopicPartition partition, long expected, long next, Instant through) {

    String topic() {
        return partition.topic();
    }
}
