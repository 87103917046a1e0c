package org.kith.reporting.ingesting;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.kith.events.CloudEventHeaders;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;
import org.kith.reporting.ingesting.Reading.Poison;
import org.kith.reporting.ingesting.Reading.RawRecord;
import org.kith.reporting.ingesting.Reading.Readable;

/** Tells events from poison. Pure: the same record always reads the same. */
public final class RecordReader {
    private static final int LONGEST_VALUE = 1024 * 1024;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int MOST_HEADERS = 64;

    private RecordReader() {}

    static Reading read(ConsumerRecord<byte[], byte[]> record) {
        var arrival = new Arrival(record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (headers.size() == MOST_HEADERS) break;
            var value = header.value();
            if (value != null && value.length <= LONGEST_HEADER) headers.put(header.key(), new String(value, StandardCharsets.UTF_8));
        }
        return read(new RawRecord(arrival, record.key(), record.value(), headers));
    }

    public static Reading read(RawRecord record) {
        var value = record.value();
        if (value == null) return new Poison(record, "unreadable-data", "there is no value");
        if (value.length > LONGEST_VALUE) return new Poison(record, "unreadable-data", "the value is longer than " + LONGEST_VALUE + " bytes");
        EventEnvelope envelope;
        try {
            envelope = CloudEventHeaders.read(record.headers());
        } catch (RuntimeException e) {
            return new Poison(record, "unreadable-headers", "a CloudEvents header is missing or malformed");
        }
        var entry = EventCatalogue.find(envelope.type());
        if (entry == null) return new Poison(record, "unknown-type", "no event of this type is known here");
        if (envelope.schemaVersion() > entry.version() || envelope.schemaVersion() < 1)
            return new Poison(record, "unknown-version", entry.type() + " is known here up to version " + entry.version());
        return read(record, envelope, entry, value);
    }

    private static Reading read(RawRecord record, EventEnvelope envelope, EventCatalogue.Entry entry, byte[] value) {
        try {
            var json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            if (holdsNul(json, envelope)) return new Poison(record, "unreadable-data", "there is a NUL character in it");
            @Nullable
            Map<String, @Nullable Object> data = DataJson.read(json);
            if (data == null) return new Poison(record, "unreadable-data", "it is not a JSON object");
            var fault = DataShape.fault(entry, data);
            if (fault != null) return new Poison(record, "wrong-data", entry.type() + ": " + fault);
            return new Readable(ArrivedEvent.of(record, envelope, json, data));
        } catch (JsonProcessingException | CharacterCodingException e) {
            return new Poison(record, "unreadable-data", "it is not a JSON object in UTF-8 within bounds");
        }
    }

    /** PostgreSQL's texts cannot hold one. */
    private static boolean holdsNul(String json, EventEnvelope envelope) {
        return json.contains("\\u0000") || envelope.toString().indexOf('\0') >= 0;
    }
}
