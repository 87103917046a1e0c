package org.kith.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.eventstore.TestStore.KEYS;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kith.eventstore.Visits.Command;
import org.kith.eventstore.Visits.Event;
import org.kith.eventstore.Visits.Hold;
import org.kith.eventstore.Visits.Note;
import org.kith.eventstore.Visits.Refusal;
import org.kith.eventstore.Visits.Start;
import org.kith.eventstore.Visits.State;

class CommandHandlerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static TestStore tables;
    private static CommandHandler<Command, State, Event> handler;
    private static CommandHandler<Command, State, Event> elsewhere;
    private final String stream = Visits.FAMILY.stream(UUID.randomUUID());

    @BeforeAll
    static void open() throws SQLException {
        tables = new TestStore();
        handler = new CommandHandler<>(tables.store(), Visits.FAMILY, new Visits());
        elsewhere = new CommandHandler<>(tables.store(), Visits.FAMILY, new Visits());
    }

    @AfterAll
    static void close() throws Exception {
        tables.close();
    }

    @Test
    void a_new_stream_is_created_and_loaded() {
        var outcome = handler.create(stream, new Start("person-1", NOW), context(), List.of()).await().indefinitely();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Appended.class, appended -> {
            assertThat(appended.version()).isEqualTo(1);
            assertThat(appended.state()).isEqualTo(new State("person-1", 0, 0));
            assertThat(appended.eventIds()).hasSize(1);
        });
        assertThat(handler.load(stream).await().indefinitely()).isEqualTo(new Loaded<>(new State("person-1", 0, 0), 1));
        assertThat(handler.create(stream, new Start("person-2", NOW), context(), List.of()).await().indefinitely()).isEqualTo(new Outcome.StaleVersion<>(1));
    }

    @Test
    void a_rejection_is_a_value_and_stores_nothing() {
        assertThat(handle(new Hold(5, NOW), context())).isEqualTo(new Outcome.Rejected<>(Refusal.NOT_STARTED));
        assertThat(handler.load(stream).await().indefinitely().exists()).isFalse();
    }

    @Test
    void a_command_that_changes_nothing_is_appended_as_nothing() {
        handle(new Start("person-1", NOW), context());
        assertThat(handle(new Note("", NOW), context())).isEqualTo(new Outcome.Appended<>(new State("person-1", 0, 0), 1, List.of()));
    }

    @Test
    void a_command_that_changes_nothing_still_keeps_its_rows() throws SQLException {
        handle(new Start("person-1", NOW), context());
        var key = UUID.randomUUID().toString();
        var outcome = handler.handle(stream, new Note("", NOW), context(), List.of(KEYS.row("partner-one", key))).await().indefinitely();
        assertThat(outcome).isEqualTo(new Outcome.Appended<>(new State("person-1", 0, 0), 1, List.of()));
        assertThat(tables.values("SELECT caller FROM request_key WHERE key = '" + key + "'")).containsExactly("partner-one");
        assertThat(handle(new Hold(5, NOW), context())).isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void a_caller_who_saw_an_older_version_is_told() {
        handle(new Start("person-1", NOW), context());
        handle(new Hold(5, NOW), context().ifMatch(1));
        assertThat(handle(new Hold(5, NOW), context().ifMatch(1))).isEqualTo(new Outcome.StaleVersion<>(2));
    }

    @Test
    void races_between_processes_are_tried_again_until_all_are_in() throws Exception {
        handle(new Start("person-1", NOW), context());
        var all = new ArrayList<CompletableFuture<Outcome<State>>>();
        for (int i = 0; i < 30; i++)
            all.add((i % 2 == 0 ? handler : elsewhere).handle(stream, new Hold(1, NOW), context(), List.of()).subscribeAsCompletionStage());
        for (var each : all) assertThat(each.get()).isInstanceOf(Outcome.Appended.class);
        assertThat(handler.load(stream).await().indefinitely()).isEqualTo(new Loaded<>(new State("person-1", 30, 30), 31));
    }

    @Test
    void companions_see_what_the_command_led_to() throws SQLException {
        var ids = new ArrayList<UUID>();
        Companions<State> answer = (state, version, eventIds) -> {
            ids.addAll(eventIds);
            return List.of(KEYS.row(stream, state.person() + "@" + version));
        };
        handler.create(stream, new Start("person-1", NOW), context(), answer).await().indefinitely();
        assertThat(tables.values("SELECT key FROM request_key WHERE caller = '" + stream + "'")).containsExactly("person-1@1");
        assertThat(tables.values("SELECT id FROM event WHERE stream_id = '" + stream + "'")).containsExactly(ids.getFirst().toString());
    }

    @Test
    void only_public_events_go_to_the_outbox() throws SQLException {
        handle(new Start("person-1", NOW), context());
        handle(new Note("n", NOW), context());
        handle(new Hold(5, NOW), context());
        assertThat(tables.values("SELECT envelope::json->>'streamVersion' FROM outbox WHERE envelope::json->>'stream' = '" + stream + "' ORDER BY position"))
                .containsExactly("1", "3");
    }

    private Outcome<State> handle(Command command, CommandContext context) {
        return handler.handle(stream, command, context, List.of()).await().indefinitely();
    }

    private static CommandContext context() {
        return CommandContext.of("account-7", UUID.randomUUID(), NOW);
    }
}
