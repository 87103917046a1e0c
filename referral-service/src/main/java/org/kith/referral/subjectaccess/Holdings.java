package org.kith.referral.subjectaccess;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.StoredEvent;
import org.kith.referral.profile.Facts;
import org.kith.referral.storage.SealedJson;
import org.kith.referral.storage.SealedNote;
import org.kith.vault.PersonKey;

/** What lies in the service's tables about a person, opened with their key. */
@Singleton
final class Holdings {
    private static final String REFERRALS = """
            SELECT referral, programme, area, practice, organisation, source, safeguarding, occurred_at, phase, sealed
            FROM referral_view WHERE person = $1 ORDER BY occurred_at, referral""";
    private static final String NOTES = "SELECT event, sealed FROM referral_history WHERE referral = $1 AND sealed IS NOT NULL";
    private static final String FORMS = """
            SELECT p.entry, p.sealed, e.programme, e.area, e.day, e.content FROM outreach_person p JOIN outreach_entry e ON e.id = p.entry::text
            WHERE p.person = $1 ORDER BY e.occurred_at, p.entry""";
    private static final String CONCERNS = """
            SELECT c.id, c.kind, c.raised_at, c.actions, n.sealed FROM safeguarding_concern c LEFT JOIN safeguarding_note n ON n.concern = c.id::uuid
            WHERE c.person = $1 ORDER BY c.raised_at""";

    private final Pool pool;
    private final EventStore store;
    private final Facts facts;

    Holdings(Pool pool, EventStore store, Facts facts) {
        this.pool = pool;
        this.store = store;
        this.facts = facts;
    }

    Uni<List<Export.Referral>> referrals(PersonKey key) {
        return rows(REFERRALS, key.person(), row -> row)
                .chain(files -> Multi.createFrom().iterable(files).onItem().transformToUniAndConcatenate(file -> referral(file, key)).collect().asList());
    }

    private Uni<Export.Referral> referral(Row file, PersonKey key) {
        var referral = file.getUUID("referral");
        return rows(NOTES, referral, row -> row).chain(sealed -> store.read("referral-" + referral).map(events -> {
            var notes = new HashMap<UUID, String>();
            for (var one : sealed) notes.put(one.getUUID("event"), SealedNote.open(key, one.getUUID("event"), one.getBuffer("sealed").getBytes()));
            return new Export.Referral(
                    referral, file.getString("programme"), file.getString("area"), file.getString("practice"), file.getString("organisation"),
                    file.getString("source"), file.getBoolean("safeguarding"), at(file, "occurred_at"), file.getString("phase"),
                    SealedJson.fields(key, referral, file.getBuffer("sealed").getBytes()), events.stream().map(event -> event(event, notes)).toList());
        }));
    }

    private static Export.Event event(StoredEvent event, Map<UUID, String> notes) {
        var said = SealedJson.fields(event.data());
        said.remove("occurredAt");
        return new Export.Event(event.occurredAt(), event.type(), said, notes.get(event.id()), event.actor());
    }

    Uni<List<Export.Form>> forms(PersonKey key) {
        return rows(FORMS, key.person(), row -> new Export.Form(
                row.getUUID("entry"), row.getString("programme"), row.getString("area"), row.getLocalDate("day"),
                SealedJson.fields(key, row.getUUID("entry"), row.getBuffer("sealed").getBytes()), SealedJson.fields(row.getString("content"))));
    }

    Uni<List<Export.Fact>> profile(PersonKey key) {
        return facts.all(key.person()).map(all -> all.stream()
                .map(one -> new Export.Fact(one.kind(), SealedJson.fields(key, one.id(), one.sealed()), one.recordedAt(), one.actor())).toList());
    }

    Uni<List<Export.Concern>> concerns(PersonKey key) {
        return rows(CONCERNS, key.person(), row -> {
            var sealed = row.getBuffer("sealed");
            var note = sealed == null ? null : SealedNote.open(key, UUID.fromString(row.getString("id")), sealed.getBytes());
            return new Export.Concern(row.getString("kind"), at(row, "raised_at"), row.getString("actions"), note);
        });
    }

    private <T> Uni<List<T>> rows(String sql, UUID of, Function<Row, T> view) {
        return pool.preparedQuery(sql).execute(Tuple.of(of)).map(rows -> views(rows, view));
    }

    private static <T> List<T> views(RowSet<Row> rows, Function<Row, T> view) {
        var all = new ArrayList<T>(rows.size());
        for (var row : rows) all.add(view.apply(row));
        return all;
    }

    private static Instant at(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
