package org.kith.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** An HTTP server that remembers what came and answers as a test says. */
final class Listener {
    record Heard(String method, String uri, MultiMap headers, Buffer body) {}

    private static final String DOORS = "/internal/partner-doors";
    private record Doors(long state, String json) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<Heard, HttpServerResponse> answer = Listener::ok;
    private volatile Doors doors = new Doors(1, "{\"state\":1}");
    private volatile HttpServer server;
    private final int port;

    Listener() {
        this.server = listen(0);
        this.port = server.actualPort();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void answers(BiConsumer<Heard, HttpServerResponse> next) {
        answer = next;
    }

    void answersOk() {
        answer = Listener::ok;
        heard.clear();
    }

    List<Heard> heard() {
        return heard;
    }

    Heard last() {
        return heard.getLast();
    }

    void goAway() {
        await(server.close());
    }

    void comeBack() {
        server = listen(port);
    }

    void close() {
        await(vertx.close());
    }

    private HttpServer listen(int at) {
        return await(vertx.createHttpServer().requestHandler(this::hear).listen(at, "127.0.0.1"));
    }

    private void hear(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Heard one = new Heard(request.method().name(), request.uri(), request.headers(), body);
            if (one.uri().startsWith(DOORS)) {
                tell(one, request.response());
                return;
            }
            heard.add(one);
            answer.accept(one, request.response());
        });
    }

    /** As the directory service tells of partners: at once to whoever does not know it yet. */
    private void tell(Heard one, HttpServerResponse response) {
        var now = doors;
        response.putHeader("content-type", "application/json");
        if (one.uri().endsWith("after=" + now.state())) vertx.setTimer(100, _ -> response.end(now.json()));
        else response.end(now.json());
    }

    /** @param partners practices and suspended clients, as JSON fields */
    void doors(long state, String partners) {
        doors = new Doors(state, "{\"state\":" + state + "," + partners + "}");
    }

    private static void ok(Heard heard, HttpServerResponse response) {
        response.putHeader("content-type", "application/json").end("{\"heard\":true}");
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
