package org.kith.bench.reporting;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kith.bench.KafkaTool;

/** Kafka's own tool reading a topic from its beginning. */
final class ConsumerPerfTest {
    /** start, end, MB, MB/s, records, records/s, … */
    private static final Pattern RATE = Pattern.compile("(?m)^[^,\n]+, [^,\n]+, [0-9.]+, [0-9.]+, [0-9]+, ([0-9.]+),");

    private ConsumerPerfTest() {}

    /** @return records a second, the joining of its group included */
    static double run(RunningReporting kith, String topic, long records) throws IOException, InterruptedException {
        var arguments = List.of("--bootstrap-server", kith.platform().kafka().bootstrap(), "--topic", topic, "--messages", Long.toString(records),
                "--group", "bench-" + UUID.randomUUID(), "--timeout", "60000", "--hide-header");
        return KafkaTool.figure("ConsumerPerformance", kith.kafka(), arguments, RATE);
    }
}
