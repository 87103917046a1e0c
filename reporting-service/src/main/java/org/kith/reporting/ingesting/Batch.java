package org.kith.reporting.ingesting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.kith.reporting.ingesting.Reading.Poison;
import org.kith.reporting.ingesting.Reading.Readable;

/** What one transaction takes in. {@code spans} is empty for records that are tried again outside their partition's order. */
record Batch(List<ArrivedEvent> events, List<Poison> poison, List<Span> spans) {

    /** @param positions where each partition stands */
    static Batch of(ConsumerRecords<byte[], byte[]> records, ToLongFunction<TopicPartition> positions) {
        var events = new ArrayList<ArrivedEvent>(records.count());
        var poison = new ArrayList<Poison>();
        var spans = new ArrayList<Span>();
        for (var partition : records.partitions()) {
            var inPartition = records.records(partition);
            inPartition.forEach(record -> sort(RecordReader.read(record), events, poison));
            spans.add(span(partition, positions.applyAsLong(partition), inPartition.getLast()));
        }
        return new Batch(events, poison, spans);
    }

    static Batch of(ConsumerRecord<byte[], byte[]> record, long position) {
        var events = new ArrayList<ArrivedEvent>();
        var poison = new ArrayList<Poison>();
        sort(RecordReader.read(record), events, poison);
        return new Batch(events, poison, List.of(span(new TopicPartition(record.topic(), record.partition()), position, record)));
    }

    static Batch again(ArrivedEvent event) {
        return new Batch(List.of(event), List.of(), List.of());
    }

    /** The same stretch with nothing in it but this poison. */
    Batch poisonedBy(Poison only) {
        return new Batch(List.of(), List.of(only), spans);
    }

    private static void sort(Reading reading, List<ArrivedEvent> events, List<Poison> poison) {
        switch (reading) {
            case Readable(ArrivedEvent event) -> events.add(event);
            case Poison bad -> poison.add(bad);
        }
    }

    /** Append times do not run backwards within a partition, but the next record may share the last one's millisecond. */
    private static Span span(TopicPartition partition, long expected, ConsumerRecord<byte[], byte[]> last) {
        return new Span(partition, expected, last.offset() + 1, Instant.ofEpochMilli(last.timestamp() - 1));
    }
}
