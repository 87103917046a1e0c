package org.kith.reporting.deadletters;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.kith.reporting.ingesting.Arrival;
import org.kith.reporting.ingesting.Reading.RawRecord;

/** A kept record as administrators see it and try it again. */
@Entity
@Table(name = "dead_letter")
@NullUnmarked
class DeadLetter {
    static final String WAITING = "waiting";
    static final String RESOLVED = "resolved";

    @Id UUID id;

    String topic;
    int partition;

    @Column(name = "record_offset") long offset;

    @Column(name = "known_at") Instant knownAt;

    @Column(name = "record_key") byte @Nullable [] key;

    @Column(name = "record_value") byte @Nullable [] value;

    String headers;
    String reason;
    String detail;
    String state;
    int attempts;

    @Column(name = "failed_at") Instant failedAt;

    @Column(name = "resolved_at") @Nullable Instant resolvedAt;

    boolean published;

    RawRecord record() {
        var read = new HashMap<String, String>();
        new JsonObject(headers).forEach(header -> read.put(header.getKey(), String.valueOf(header.getValue())));
        return new RawRecord(new Arrival(topic, partition, offset, knownAt), key, value, read);
    }

    void failedAgain(String why, String more, Instant at) {
        reason = why;
        detail = more;
        attempts++;
        failedAt = at;
    }

    void resolved(Instant at) {
        state = RESOLVED;
        attempts++;
        resolvedAt = at;
    }
}
