package org.kith.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.eventstore.ColumnType.INT;
import static org.kith.eventstore.CompanionTable.column;

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
import org.kith.eventstore.Visits.Start;
import org.kith.eventstore.Visits.State;

class RegisterTableTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final RegisterTable REGISTER = RegisterTable.of("visited", column("visits", INT));
    private static TestStore tables;
    private final String stream = Visits.FAMILY.stream(UUID.randomUUID());

    @BeforeAll
    static void open() throws SQLException {
        tables = new TestStore();
        try (var owner = tables.database.asOwner()) {
            owner.createStatement().execute("""
                    CREATE TABLE visited (id text, version bigint, visits integer NOT NULL, PRIMARY KEY (id, version));
                    GRANT SELECT, INSERT, DELETE ON visited TO referral_app;""");
        }
    }

    @AfterAll
    static void close() throws Exception {
        tables.close();
    }

    @Test
    void shows_one_row_for_each_stream_however_often_it_moves() throws SQLException {
        var handler = handler();
        handle(handler, new Start("person-1", NOW)).join();
        for (int i = 0; i < 5; i++) handle(handler, new Hold(10, NOW)).join();

        assertThat(shown()).containsExactly("6:5");
    }

    @Test
    void whoever_races_the_row_is_that_of_the_last_version() throws SQLException {
        var one = handler();
        var other = handler();
        handle(one, new Start("person-1", NOW)).join();
        var racing = new ArrayList<CompletableFuture<Outcome<State>>>();
        for (int i = 0; i < 20; i++) racing.add(handle(i % 2 == 0 ? one : other, new Hold(10, NOW)));
        long held = racing.stream().map(CompletableFuture::join).filter(Outcome.Appended.class::isInstance).count();

        assertThat(held).isPositive();
        assertThat(shown()).containsExactly((held + 1) + ":" + held);
    }

    private static CommandHandler<Command, State, Event> handler() {
        var store = EventStore.on(tables.vertx, tables.pool()).companions(REGISTER.companions()).build();
        return new CommandHandler<>(store, Visits.FAMILY, new Visits());
    }

    private CompletableFuture<Outcome<State>> handle(CommandHandler<Command, State, Event> handler, Command command) {
        var context = CommandContext.of("actor", UUID.randomUUID(), NOW);
        return handler.handle(stream, command, context, (state, version, events) -> REGISTER.show(stream, version, events.size(), state.visits()))
                .subscribeAsCompletionStage();
    }

    private List<String> shown() throws SQLException {
        return tables.values("SELECT version || ':' || visits FROM visited WHERE id = '" + stream + "'");
    }
}
