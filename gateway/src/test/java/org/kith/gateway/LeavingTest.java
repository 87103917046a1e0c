package org.kith.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.EventListener;

/** Clients that do not wait for the end of their answer. */
@QuarkusTest
@QuarkusTestResource(BehindTheGateway.class)
class LeavingTest {
    private final Listener referral = BehindTheGateway.service("referral");
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Handler log = into(failures);

    @BeforeEach
    void listen() {
        referral.answersOk();
        LogManager.getLogManager().getLogger("").addHandler(log);
    }

    @AfterEach
    void listen_no_longer() {
        LogManager.getLogManager().getLogger("").removeHandler(log);
    }

    @Test
    void who_leaves_a_stream_of_events_ends_it_at_its_service() {
        var left = new CompletableFuture<Void>();
        referral.answers((heard, response) -> {
            response.closeHandler(_ -> left.complete(null));
            response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("Connection", "close").write("data: 1\n\n");
        });
        var stream = URI.create("http://localhost:" + RestAssured.port + "/api/referrals/stream");
        try (var listener = new EventListener(stream, BehindTheGateway.token("partner"), null)) {
            await().until(() -> listener.events().size() == 1);
            assertThat(left).isNotDone();
        }
        await().until(left::isDone);
    }

    @Test
    void who_leaves_as_the_answer_ends_is_no_failure() throws IOException {
        for (int i = 0; i < 10; i++) {
            var left = new CompletableFuture<Void>();
            referral.answers((heard, response) -> {
                response.setChunked(true).write("begun");
                left.thenRun(response::end);
            });
            leaveOnceAnswered();
            left.complete(null);
        }
        referral.answersOk();
        assertThat(given().auth().oauth2(BehindTheGateway.token("partner")).get("/api/referrals").statusCode()).isEqualTo(200);
        assertThat(failures).isEmpty();
    }

    /** Without a word: the connection is reset, so that nothing more can be written to it. */
    private static void leaveOnceAnswered() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            var request = "GET /api/referrals HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + BehindTheGateway.token("partner") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    private static Handler into(List<Throwable> failures) {
        return new Handler() {
            @Override
            public void publish(LogRecord one) {
                if (one.getThrown() != null) failures.add(one.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
