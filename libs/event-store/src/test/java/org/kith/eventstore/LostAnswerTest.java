package org.kith.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.kith.eventstore.TestStore.KEYS;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks after the database has committed and before the answer arrives. */
class LostAnswerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private TestStore tables;
    private NetServer proxy;
    private EventStore store;
    private volatile boolean swallowAnswers;

    @BeforeEach
    void throughProxy() throws Exception {
        tables = new TestStore();
        int port = Integer.parseInt(tables.database.address().split(":")[1]);
        proxy = tables.vertx.createNetServer().connectHandler(client -> {
            client.pause();
            tables.vertx.createNetClient().connect(port, "127.0.0.1").onSuccess(server -> join(client, server));
        });
        proxy.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
        store = tables.store(tables.pool(proxy.actualPort(), 2));
        append(of("visit-0"));
    }

    @AfterEach
    void close() throws Exception {
        tables.close();
    }

    @Test
    void the_own_commit_is_recognised() throws Exception {
        swallowAnswers = true;
        var append = of("visit-1");
        assertThat(append(append)).isEqualTo(new AppendResult.Done(1));
        assertThat(tables.values("SELECT id FROM event WHERE stream_id = 'visit-1'")).containsExactly(append.events().getFirst().id().toString());
    }

    @Test
    void the_own_claim_is_not_taken_for_another_s() throws Exception {
        swallowAnswers = true;
        assertThat(append(of("visit-1", KEYS.row("partner-one", "k")))).isEqualTo(new AppendResult.Done(1));
        assertThat(tables.count("request_key")).isEqualTo(1);
    }

    @Test
    void a_session_ended_by_the_server_is_replaced_and_the_append_done() throws Exception {
        try (var other = tables.jdbc(); var superuser = org.kith.local.testing.RealParts.postgres().connect(tables.database.name())) {
            other.setAutoCommit(false);
            other.createStatement().execute("INSERT INTO request_key VALUES ('partner-one', 'k')");
            var waiting = store.append(of("visit-1", KEYS.row("partner-one", "k"))).subscribeAsCompletionStage();
            var ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
            await().until(() -> superuser.createStatement().executeQuery(ended).next());
            other.rollback();
            assertThat(waiting.get()).isEqualTo(new AppendResult.Done(1));
        }
    }

    @Test
    void without_a_database_the_append_fails_and_later_ones_go_on() throws Exception {
        int port = proxy.actualPort();
        proxy.close().toCompletionStage().toCompletableFuture().get();
        assertThatThrownBy(() -> append(of("visit-1"))).isNotNull();
        proxy.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
        assertThat(append(of("visit-2"))).isEqualTo(new AppendResult.Done(1));
    }

    /** When told to, lets one statement through whole, waits until it has been answered, and drops the answer and the line. */
    private void join(NetSocket client, NetSocket server) {
        server.handler(answer -> {
            if (swallowAnswers && isResultOfAppend(answer)) {
                swallowAnswers = false;
                client.close();
                server.close();
            } else {
                client.write(answer);
            }
        });
        client.handler(server::write);
        client.closeHandler(_ -> server.close());
        server.closeHandler(_ -> client.close());
        client.resume();
    }

    private static boolean isResultOfAppend(Buffer answer) {
        return answer.toString(StandardCharsets.ISO_8859_1).contains("SELECT 1");
    }

    private AppendResult append(Append append) {
        return store.append(append).await().atMost(Duration.ofSeconds(20));
    }

    private static Append of(String stream, CompanionRow... rows) {
        var event = new NewEvent(UuidV7.at(NOW), new EventCodec.Encoded("held", 1, "{}"), NOW, null);
        return new Append(stream, 0, List.of(event), CommandContext.of("account-7", UUID.randomUUID(), NOW), List.of(rows));
    }
}
