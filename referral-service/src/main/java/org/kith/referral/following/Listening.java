package org.kith.referral.following;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kith.web.caller.Caller;

/** One stream: where it stands, and when it last said something. */
final class Listening {
    static final String CHANGED = "referral.changed";
    private static final int AT_ONCE = 100;
    private static final int RECONNECT_AFTER_MS = 2_000;

    private final Following following;
    private final Caller caller;
    private final String organisation;
    private final Sse sse;
    private final ObjectMapper json;
    private final Duration heartBeat;
    private Position at;
    private long said = System.nanoTime();

    Listening(Following following, Caller caller, String organisation, Sse sse, ObjectMapper json, Duration heartBeat, Position at) {
        this.following = following;
        this.caller = caller;
        this.organisation = organisation;
        this.sse = sse;
        this.json = json;
        this.heartBeat = heartBeat;
        this.at = at;
    }

    /** Tells from where it goes on, so that whoever loses the connection before the first change misses none. */
    OutboundSseEvent first() {
        return sse.newEventBuilder().id(at.toString()).comment("listening").reconnectDelay(RECONNECT_AFTER_MS).build();
    }

    /** What has changed since; a comment when there was nothing to say for long; else nothing. */
    Uni<List<OutboundSseEvent>> next() {
        return following.page(caller, organisation, at, null, AT_ONCE).map(page -> {
            at = page.end();
            var events = new ArrayList<OutboundSseEvent>();
            for (var item : page.items()) events.add(event(item));
            if (events.isEmpty() && System.nanoTime() - said >= heartBeat.toNanos()) events.add(sse.newEventBuilder().comment("still here").build());
            if (!events.isEmpty()) said = System.nanoTime();
            return events;
        });
    }

    private OutboundSseEvent event(Following.Item item) {
        try {
            return sse.newEventBuilder().id(item.position().toString()).name(CHANGED).mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(String.class, json.writeValueAsString(item.referral())).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours cannot be written", e);
        }
    }
}
