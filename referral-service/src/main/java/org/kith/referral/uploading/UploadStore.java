package org.kith.referral.uploading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.kith.vault.PersonKey;
import org.kith.web.idempotency.IdempotencyKey;
import org.kith.web.problem.FieldError;

/** Files and their rows in the database. */
@Singleton
final class UploadStore {
    private static final String COLUMNS = "id, organisation, actor, programmes, correlation_id, columns, row_count, may_bring_over, received_at, finished_at";
    // simultaneous looks take different files; one whose holder died is taken up once its time has passed
    private static final String TAKE = """
            UPDATE referral_upload SET taken_until = now() + make_interval(secs => $1) WHERE id = (
              SELECT id FROM referral_upload WHERE finished_at IS NULL AND taken_until < now()
              ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING""" + " " + COLUMNS;

    private final Pool pool;
    private final ObjectMapper json;

    UploadStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Whether a request was taken under its key before. {@code same} whether it was this one. */
    record Before(UUID upload, boolean same) {}

    Uni<Optional<Before>> before(@Nullable IdempotencyKey key) {
        if (key == null) return Uni.createFrom().item(Optional.empty());
        return pool.preparedQuery("SELECT id, request_hash FROM referral_upload WHERE actor = $1 AND key = $2")
                .execute(Tuple.of(key.caller(), key.value()))
                .map(rows -> stream(rows).findFirst().map(row -> new Before(row.getUUID("id"),
                        MessageDigest.isEqual(row.getBuffer("request_hash").getBytes(), key.requestHash()))));
    }

    /**
     * Keeps the file with its key and all its rows in one commit.
     *
     * @param rows in the order of the file
     * @return false when a request under the same key was faster
     */
    Uni<Boolean> keep(Upload upload, @Nullable IdempotencyKey key, PersonKey seal, List<Upload.Waiting> rows, Instant takenUntil) {
        return pool.withTransaction(tx -> insert(tx, upload, key, takenUntil).chain(inserted -> inserted
                ? tx.preparedQuery("INSERT INTO vault_key (person, key_id, wrapped) VALUES ($1, $2, $3)")
                        .execute(Tuple.of(seal.person(), seal.wrapped().keyId(), Buffer.buffer(seal.wrapped().bytes())))
                        .chain(() -> tx.preparedQuery("INSERT INTO referral_upload_row (upload, row, sealed) SELECT $1, * FROM unnest($2::integer[], $3::bytea[])")
                                .execute(Tuple.of(
                                        upload.id(), rows.stream().map(Upload.Waiting::number).toArray(Integer[]::new),
                                        rows.stream().map(row -> Buffer.buffer(row.sealed())).toArray(Buffer[]::new))))
                        .replaceWith(true)
                : Uni.createFrom().item(false)));
    }

    private static Uni<Boolean> insert(SqlConnection tx, Upload upload, @Nullable IdempotencyKey key, Instant takenUntil) {
        return tx.preparedQuery("""
                INSERT INTO referral_upload (id, organisation, actor, programmes, correlation_id, key, request_hash, columns, row_count, may_bring_over, received_at, taken_until)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (actor, key) DO NOTHING""")
                .execute(Tuple.from(Arrays.asList(
                        upload.id(), upload.organisation(), upload.actor(), upload.programmes().toArray(String[]::new), upload.correlationId(),
                        key == null ? null : key.value(), key == null ? null : Buffer.buffer(key.requestHash()),
                        upload.columns().stream().map(Column::name).toArray(String[]::new), upload.rows(), upload.mayBringOver(),
                        upload.receivedAt().atOffset(ZoneOffset.UTC), takenUntil.atOffset(ZoneOffset.UTC))))
                .map(result -> result.rowCount() == 1);
    }

    /** A file that nobody is at work on; it is the caller's from now on, for so long. */
    Uni<Optional<Upload>> take(Duration taken) {
        return pool.preparedQuery(TAKE).execute(Tuple.of((double) taken.toSeconds())).map(rows -> stream(rows).findFirst().map(UploadStore::upload));
    }

    Uni<Void> keepTaken(UUID upload, Duration taken) {
        return pool.preparedQuery("UPDATE referral_upload SET taken_until = now() + make_interval(secs => $2) WHERE id = $1")
                .execute(Tuple.of(upload, (double) taken.toSeconds())).replaceWithVoid();
    }

    Uni<List<Upload.Waiting>> waiting(UUID upload, int most) {
        return pool.preparedQuery("SELECT row, sealed FROM referral_upload_row WHERE upload = $1 AND sealed IS NOT NULL ORDER BY row LIMIT $2")
                .execute(Tuple.of(upload, most))
                .map(rows -> stream(rows).map(row -> new Upload.Waiting(row.getInteger("row"), row.getBuffer("sealed").getBytes())).toList());
    }

    /** Says what became of a row, and forgets its cells. */
    Uni<Void> done(UUID upload, RowResult result) {
        return pool.preparedQuery("UPDATE referral_upload_row SET sealed = NULL, result = $3, referral = $4, errors = $5 WHERE upload = $1 AND row = $2 AND sealed IS NOT NULL")
                .execute(Tuple.of(upload, result.row(), result.result(), result.referral(), result.errors().isEmpty() ? null : written(result.errors())))
                .replaceWithVoid();
    }

    /** Nothing waits any more: the key is destroyed, so that no backup of the rows can be opened. */
    Uni<Void> finish(UUID upload) {
        return pool.withTransaction(tx -> tx.preparedQuery("DELETE FROM vault_key WHERE person = $1").execute(Tuple.of(upload))
                .chain(() -> tx.preparedQuery("UPDATE referral_upload SET finished_at = now() WHERE id = $1").execute(Tuple.of(upload)))
                .replaceWithVoid());
    }

    /** What a row under this reference said when it came before, and where. */
    record Known(byte[] content, UUID upload, int row, UUID referral) {}

    Uni<Optional<Known>> known(byte[] reference) {
        return pool.preparedQuery("SELECT content, upload, row, referral FROM referral_upload_reference WHERE hash = $1")
                .execute(Tuple.of(Buffer.buffer(reference)))
                .map(rows -> stream(rows).findFirst().map(row -> new Known(
                        row.getBuffer("content").getBytes(), row.getUUID("upload"), row.getInteger("row"), row.getUUID("referral"))));
    }

    Uni<Optional<Upload>> find(UUID id) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM referral_upload WHERE id = $1").execute(Tuple.of(id))
                .map(rows -> stream(rows).findFirst().map(UploadStore::upload));
    }

    /** How many rows have each result; those that wait have none. */
    Uni<UploadAnswer.Counts> counts(UUID upload) {
        return pool.preparedQuery("SELECT coalesce(result, '') AS result, count(*) AS number FROM referral_upload_row WHERE upload = $1 GROUP BY 1")
                .execute(Tuple.of(upload))
                .map(rows -> UploadAnswer.Counts.of(stream(rows).collect(Collectors.toMap(row -> row.getString("result"), row -> row.getInteger("number")))));
    }

    Uni<List<RowResult>> results(UUID upload, int after, int most) {
        return pool.preparedQuery("SELECT row, result, referral, errors FROM referral_upload_row WHERE upload = $1 AND row > $2 AND result IS NOT NULL ORDER BY row LIMIT $3")
                .execute(Tuple.of(upload, after, most))
                .map(rows -> stream(rows).map(row -> new RowResult(row.getInteger("row"), row.getString("result"), row.getUUID("referral"), read(row.getValue("errors"))))
                        .toList());
    }

    private JsonArray written(List<FieldError> errors) {
        try {
            return new JsonArray(json.writeValueAsString(errors));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("errors are made of text only", e);
        }
    }

    private List<FieldError> read(@Nullable Object errors) {
        try {
            return errors instanceof JsonArray array ? json.readValue(array.encode(), new TypeReference<>() {}) : List.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("errors of ours cannot be read", e);
        }
    }

    private static Upload upload(Row row) {
        var finished = row.getOffsetDateTime("finished_at");
        return new Upload(
                row.getUUID("id"), row.getString("organisation"), row.getString("actor"), Set.of(row.getArrayOfStrings("programmes")),
                row.getUUID("correlation_id"), Stream.of(row.getArrayOfStrings("columns")).map(Column::valueOf).toList(), row.getInteger("row_count"),
                row.getBoolean("may_bring_over"), row.getOffsetDateTime("received_at").toInstant(), finished == null ? null : finished.toInstant());
    }

    private static Stream<Row> stream(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
