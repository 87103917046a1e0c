package org.kith.reporting.deadletters;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.reporting.ingesting.Reading.Poison;
import org.kith.reporting.storage.Columns;

/** Keeps poison, whole and with its reason, in the transaction of the batch that it came with. */
@Singleton
public class DeadLetters {
    private static final String KEEP = """
            INSERT INTO dead_letter (topic, partition, record_offset, known_at, record_key, record_value, headers, reason, detail)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (topic, partition, record_offset) DO NOTHING
            """;

    public Uni<Void> keep(SqlConnection connection, List<Poison> poison) {
        if (poison.isEmpty()) return Uni.createFrom().voidItem();
        return connection.preparedQuery(KEEP).executeBatch(poison.stream().map(DeadLetters::row).toList()).replaceWithVoid();
    }

    private static Tuple row(Poison poison) {
        var record = poison.record();
        var arrival = record.arrival();
        return Tuple.tuple()
                .addString(arrival.topic()).addInteger(arrival.partition()).addLong(arrival.offset()).addValue(Columns.moment(arrival.knownAt()))
                .addValue(bytes(record.key())).addValue(bytes(record.value())).addString(json(record.headers()))
                .addString(poison.reason()).addString(poison.detail());
    }

    private static @Nullable Buffer bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static String json(Map<String, String> headers) {
        var object = new JsonObject();
        headers.forEach((name, value) -> object.put(name.replace("\0", ""), value.replace("\0", "")));
        return object.encode();
    }
}
