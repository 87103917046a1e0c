package org.kith.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.kith.events.CloudEventHeaders;
import org.kith.events.EventCatalogue;
import org.kith.eventstore.EventWriter;

/** A row of the outbox as a Kafka record: CloudEvents in binary mode, the stream's id as key, the data as value. */
final class Records {
    private Records() {}

    static ProducerRecord<byte[], byte[]> of(Outbox.Entry entry) {
        try {
            var envelope = EventWriter.readEnvelope(entry.envelope());
            var catalogued = EventCatalogue.find(envelope.type());
            if (catalogued == null) throw new IllegalStateException("outbox position " + entry.position() + ": no topic for " + envelope.type());
            var headers = new RecordHeaders();
            CloudEventHeaders.write(envelope).forEach((name, value) -> headers.add(name, utf8(value)));
            return new ProducerRecord<>(catalogued.topic(), null, null, utf8(envelope.stream()), utf8(entry.data()), headers);
        } catch (IOException e) {
            throw new IllegalStateException("outbox position " + entry.position() + ": the envelope cannot be read");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
