package org.kith.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listens to a stream of server-sent events until it is closed. */
public final class EventListener implements AutoCloseable {

    public record Event(@Nullable String id, @Nullable String name, String data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** @param last id of the last event that is known */
    public EventListener(URI address, String token, @Nullable String last) {
        var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).header("Accept", "text/event-stream");
        if (last != null) request.header("Last-Event-ID", last);
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int status() {
        return answer.statusCode();
    }

    /** Whether anything has been said yet. */
    public boolean listening() {
        return !lines.isEmpty();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Those that have come whole. */
    public List<Event> events() {
        var events = new ArrayList<Event>();
        String id = null;
        String name = null;
        var data = new StringBuilder();
        for (var line : lines) {
            if (line.startsWith("id:")) id = line.substring(3).strip();
            else if (line.startsWith("event:")) name = line.substring(6).strip();
            else if (line.startsWith("data:")) data.append(line.substring(5).strip());
            else if (line.isEmpty()) {
                if (!data.isEmpty()) events.add(new Event(id, name, data.toString()));
                name = null;
                data.setLength(0);
            }
        }
        return events;
    }

    private void listen() {
        try (var all = answer.body()) {
            all.forEach(lines::add);
        } catch (UncheckedIOException e) {
            // it was closed
        }
    }

    /** Breaks the connection off. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
