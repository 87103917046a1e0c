package org.kith.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.eventstore.TestStore.FORGOTTEN;
import static org.kith.eventstore.TestStore.KEYS;
import static org.kith.eventstore.TestStore.NUMBERS;
import static org.kith.eventstore.TestStore.SECRETS;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static TestStore tables;
    private static EventStore store;

    @BeforeAll
    static void open() throws SQLException {
        tables = new TestStore();
        store = tables.store();
    }

    @AfterAll
    static void close() throws Exception {
        tables.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (var owner = tables.database.asOwner()) {
            owner.createStatement().execute("TRUNCATE stream, event, outbox, secret, person_number, request_key");
        }
    }

    @Test
    void what_was_appended_is_read_back_in_order() {
        var causation = UUID.randomUUID();
        var context = CommandContext.of("account-7", UUID.randomUUID(), NOW).causedBy(causation);
        var first = event("{\"minutes\":5}");
        var second = event("{\"minutes\":6}");
        assertThat(append(new Append("visit-1", 0, List.of(first, second), context, List.of()))).isEqualTo(new AppendResult.Done(2));

        assertThat(read("visit-1")).containsExactly(
                new StoredEvent("visit-1", 1, first.id(), "held", 1, NOW, NOW, "account-7", context.correlationId(), causation, "{\"minutes\":5}"),
                new StoredEvent("visit-1", 2, second.id(), "held", 1, NOW, NOW, "account-7", context.correlationId(), causation, "{\"minutes\":6}"));
        assertThat(read("visit-2")).isEmpty();
    }

    @Test
    void another_version_than_expected_stores_nothing_and_tells_the_actual() throws SQLException {
        append(of("visit-1", 0));
        assertThat(append(of("visit-1", 0))).isEqualTo(new AppendResult.Stale(1));
        assertThat(append(of("visit-1", 2))).isEqualTo(new AppendResult.Stale(1));
        assertThat(append(of("visit-9", 3))).isEqualTo(new AppendResult.Stale(0));
        assertThat(append(of("visit-1", 1))).isEqualTo(new AppendResult.Done(2));
        assertThat(tables.count("event")).isEqualTo(2);
        assertThat(tables.count("outbox")).isEqualTo(2);
        assertThat(tables.values("SELECT id FROM stream")).containsExactly("visit-1");
    }

    @Test
    void companion_rows_are_stored_with_the_events() throws SQLException {
        var person = UUID.randomUUID();
        append(of("visit-1", 0, SECRETS.row(person, new byte[] {1, 2}), NUMBERS.row(new byte[] {9}, person)));
        assertThat(tables.values("SELECT person FROM secret WHERE content = '\\x0102'")).containsExactly(person.toString());
        assertThat(tables.values("SELECT person FROM person_number WHERE hash = '\\x09'")).containsExactly(person.toString());
    }

    @Test
    void a_removal_deletes_in_the_commit_of_the_events() throws SQLException {
        append(of("visit-1", 0, NUMBERS.row(new byte[] {1}, UUID.randomUUID())));
        append(of("visit-2", 0, NUMBERS.row(new byte[] {2}, UUID.randomUUID())));
        assertThat(append(of("visit-1", 5, FORGOTTEN.row((Object) new byte[] {1})))).isEqualTo(new AppendResult.Stale(1));
        assertThat(tables.count("person_number")).isEqualTo(2);
        append(of("visit-1", 1, FORGOTTEN.row((Object) new byte[] {1})));
        assertThat(tables.values("SELECT hash FROM person_number")).containsExactly("\\x02");
    }

    @Test
    void a_violated_constraint_fails_the_append_whole() throws SQLException {
        var person = UUID.randomUUID();
        append(of("visit-1", 0, SECRETS.row(person, new byte[] {1})));
        assertThatThrownBy(() -> append(of("visit-2", 0, SECRETS.row(person, new byte[] {2}), KEYS.row("partner-one", "k"))))
                .hasMessageContaining("secret_pkey");
        assertThat(tables.values("SELECT id FROM stream")).containsExactly("visit-1");
        assertThat(tables.count("request_key")).isZero();
    }

    @Test
    void a_taken_claim_stores_nothing() throws SQLException {
        append(of("visit-1", 0, KEYS.row("partner-one", "k")));
        assertThat(append(of("visit-2", 0, KEYS.row("partner-one", "k"), SECRETS.row(UUID.randomUUID(), new byte[] {1}))))
                .isEqualTo(new AppendResult.ClaimTaken(KEYS));
        assertThat(append(of("visit-2", 0, KEYS.row("partner-two", "k")))).isEqualTo(new AppendResult.Done(1));
        assertThat(tables.count("secret")).isZero();
        assertThat(tables.count("event")).isEqualTo(2);
    }

    @Test
    void a_taken_claim_is_told_before_a_stale_version() {
        append(of("visit-1", 0, KEYS.row("partner-one", "k")));
        assertThat(append(of("visit-1", 0, KEYS.row("partner-one", "k")))).isEqualTo(new AppendResult.ClaimTaken(KEYS));
    }

    @Test
    void a_claim_whose_stream_conflicts_is_not_kept() throws SQLException {
        append(of("visit-1", 0));
        assertThat(append(of("visit-1", 0, KEYS.row("partner-one", "k")))).isEqualTo(new AppendResult.Stale(1));
        assertThat(tables.count("request_key")).isZero();
    }

    @Test
    void a_twin_waits_for_the_first_and_finds_the_claim_taken() throws Exception {
        try (var first = tables.jdbc()) {
            first.setAutoCommit(false);
            first.createStatement().execute("INSERT INTO request_key VALUES ('partner-one', 'k')");
            var twin = later(of("visit-2", 0, KEYS.row("partner-one", "k")));
            awaitBlocked();
            assertThat(twin).isNotDone();
            first.commit();
            assertThat(twin.get()).isEqualTo(new AppendResult.ClaimTaken(KEYS));
        }
        assertThat(tables.count("stream")).isZero();
    }

    @Test
    void a_twin_whose_first_rolls_back_takes_the_claim() throws Exception {
        try (var first = tables.jdbc()) {
            first.setAutoCommit(false);
            first.createStatement().execute("INSERT INTO request_key VALUES ('partner-one', 'k')");
            var twin = later(of("visit-2", 0, KEYS.row("partner-one", "k")));
            awaitBlocked();
            first.rollback();
            assertThat(twin.get()).isEqualTo(new AppendResult.Done(1));
        }
    }

    @Test
    void a_race_lost_on_the_stream_rolls_the_claim_back_and_spares_the_neighbours() throws Exception {
        append(of("visit-1", 0));
        try (var first = tables.jdbc()) {
            first.setAutoCommit(false);
            first.createStatement().execute("UPDATE stream SET version = 2, appended = 1 WHERE id = 'visit-1'");
            var loser = later(of("visit-1", 1, KEYS.row("partner-one", "k")));
            var neighbour = later(of("visit-2", 0, KEYS.row("partner-one", "other")));
            awaitBlocked();
            first.commit();
            assertThat(loser.get()).isEqualTo(new AppendResult.Stale(2));
            assertThat(neighbour.get()).isEqualTo(new AppendResult.Done(1));
        }
        assertThat(tables.values("SELECT key FROM request_key")).containsExactly("other");
    }

    @Test
    void of_many_twins_at_once_one_wins() throws Exception {
        var stores = List.of(store, tables.store(), tables.store());
        for (int round = 0; round < 20; round++) {
            var key = "k" + round;
            var twins = new ArrayList<CompletableFuture<AppendResult>>();
            for (int i = 0; i < 9; i++)
                twins.add(stores.get(i % 3).append(of("visit-" + UUID.randomUUID(), 0, KEYS.row("partner-one", key))).subscribeAsCompletionStage());
            var results = new ArrayList<AppendResult>();
            for (var twin : twins) results.add(twin.get());
            assertThat(results).containsOnlyOnce(new AppendResult.Done(1));
            assertThat(results.stream().filter(new AppendResult.ClaimTaken(KEYS)::equals)).hasSize(8);
        }
        assertThat(tables.count("stream")).isEqualTo(20);
    }

    @Test
    void in_a_burst_each_append_has_an_outcome_of_its_own() throws Exception {
        var person = UUID.randomUUID();
        append(of("visit-old", 0, KEYS.row("partner-one", "taken"), SECRETS.row(person, new byte[] {1})));
        var good = new ArrayList<CompletableFuture<AppendResult>>();
        var bad = new ArrayList<CompletableFuture<AppendResult>>();
        var stale = new ArrayList<CompletableFuture<AppendResult>>();
        var taken = new ArrayList<CompletableFuture<AppendResult>>();
        for (int i = 0; i < 200; i++) {
            good.add(later(of("visit-" + i, 0, KEYS.row("partner-one", "k" + i), SECRETS.row(UUID.randomUUID(), new byte[] {1}))));
            if (i % 50 == 0) bad.add(later(of("bad-" + i, 0, SECRETS.row(person, new byte[] {1}))));
            if (i % 20 == 0) stale.add(later(of("visit-old", 7)));
            if (i % 20 == 0) taken.add(later(of("late-" + i, 0, KEYS.row("partner-one", "taken"))));
        }
        for (var each : good) assertThat(each.get()).isEqualTo(new AppendResult.Done(1));
        for (var each : stale) assertThat(each.get()).isEqualTo(new AppendResult.Stale(1));
        for (var each : taken) assertThat(each.get()).isEqualTo(new AppendResult.ClaimTaken(KEYS));
        for (var each : bad) assertThatThrownBy(each::get).hasMessageContaining("secret_pkey");
        assertThat(tables.count("event")).isEqualTo(201);
    }

    @Test
    void appends_of_one_stream_at_once_follow_each_other() throws Exception {
        var appends = new ArrayList<CompletableFuture<AppendResult>>();
        for (int i = 0; i < 50; i++) appends.add(later(of("visit-1", i)));
        for (int i = 0; i < 50; i++) assertThat(appends.get(i).get()).isEqualTo(new AppendResult.Done(i + 1));
    }

    @Test
    void an_event_that_is_too_large_is_refused() {
        var large = event("\"" + "x".repeat(256 * 1024) + "\"");
        assertThatThrownBy(() -> append(new Append("visit-1", 0, List.of(large), context(), List.of()))).hasMessageContaining("larger than 262144 bytes");
    }

    @Test
    void a_table_that_is_not_registered_is_refused() {
        var unknown = CompanionTable.rows("elsewhere", CompanionTable.column("id", ColumnType.UUID));
        assertThatThrownBy(() -> append(of("visit-1", 0, unknown.row(UUID.randomUUID())))).hasMessageContaining("not registered");
    }

    @Test
    void the_service_itself_may_not_change_an_event() {
        append(of("visit-1", 0));
        for (var sql : List.of("UPDATE event SET actor = 'nobody'", "DELETE FROM event", "TRUNCATE event", "DELETE FROM stream"))
            assertThatThrownBy(() -> {
                try (var service = tables.jdbc()) {
                    service.createStatement().execute(sql);
                }
            }).hasMessageContaining("permission denied");
    }

    private static NewEvent event(String data) {
        return new NewEvent(UuidV7.at(NOW), new EventCodec.Encoded("held", 1, data), NOW, new NewEvent.Outgoing("{}", data));
    }

    private static CommandContext context() {
        return CommandContext.of("account-7", UUID.randomUUID(), NOW);
    }

    private static Append of(String stream, long expected, CompanionRow... rows) {
        return new Append(stream, expected, List.of(event("{}")), context(), List.of(rows));
    }

    private static AppendResult append(Append append) {
        return store.append(append).await().atMost(Duration.ofSeconds(30));
    }

    private static CompletableFuture<AppendResult> later(Append append) {
        return store.append(append).subscribeAsCompletionStage();
    }

    private static List<StoredEvent> read(String stream) {
        return store.read(stream).await().atMost(Duration.ofSeconds(30));
    }

    /** Until a statement of this database waits for another's lock. */
    private static void awaitBlocked() {
        var blocked = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        await().until(() -> !tables.values(blocked).isEmpty());
    }
}
