package org.kith.referral.following;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.caller.Suspensions;
import org.kith.web.problem.Invalid;

/** What has changed among an organisation's own referrals, as it changes. */
@Path("/api/referrals/stream")
@Tag(name = "referrals")
public final class StreamResource {
    private static final Logger LOG = Logger.getLogger(StreamResource.class);
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Following following;
    private final ChangeLog log;
    private final Listeners listeners;
    private final StreamSettings settings;
    private final Callers callers;
    private final Instance<Suspensions> suspensions;
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final Clock clock;

    StreamResource(
            Following following, ChangeLog log, Listeners listeners, StreamSettings settings, Callers callers, Instance<Suspensions> suspensions,
            SecurityIdentity identity, ObjectMapper json, Clock clock) {
        this.following = following;
        this.log = log;
        this.listeners = listeners;
        this.settings = settings;
        this.callers = callers;
        this.suspensions = suspensions;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "streamChangedReferrals", summary = "What becomes of your organisation's referrals, as it happens", description = """
            Server-sent events named referral.changed, each with a referral as the list of changes has it. Connect again with \
            Last-Event-ID and nothing is missed; without it the stream begins now. It ends with the token it was asked for with, or \
            after ten minutes. A few streams for each account.""")
    @APIResponse(responseCode = "200", description = "The stream", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "429", description = "Your account listens often enough already")
    public Multi<OutboundSseEvent> listen(
            @Context Sse sse,
            @Parameter(description = "Id of the last event that you have.") @HeaderParam(LAST_EVENT_ID) @Nullable String last) {
        var caller = callers.current();
        var organisation = ChangesResource.organisation(caller);
        var invalid = new Invalid();
        var position = Position.read(LAST_EVENT_ID, last == null || last.isEmpty() ? null : last, invalid);
        invalid.throwIfAny();
        var longest = longest();
        listeners.enter(caller.subject());
        Uni<Position> from = position != null ? Uni.createFrom().item(position) : log.now();
        var events = from.onItem()
                .transformToMulti(at -> stream(new Listening(following, caller, organisation, sse, json, settings.heartBeat(), at), caller))
                .select().first(longest)
                .onTermination().invoke(() -> listeners.leave(caller.subject()));
        // a stream has its connection to itself: who breaks it off takes nobody else's with it
        return RestMulti.fromMultiData(events).header("Connection", "close").build();
    }

    private Multi<OutboundSseEvent> stream(Listening listening, Caller caller) {
        var changes = Multi.createFrom().ticks().every(settings.lookEvery())
                .onOverflow().drop()
                .select().first(_ -> !suspended(caller))
                .onItem().transformToMultiAndConcatenate(_ -> listening.next()
                        .onFailure().invoke(failure -> LOG.warnf("a stream looks again later: %s", failure.toString()))
                        .onFailure().recoverWithItem(List.of())
                        .onItem().transformToMulti(events -> Multi.createFrom().iterable(events)));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(listening.first()), changes);
    }

    private boolean suspended(Caller caller) {
        return suspensions.isResolvable() && suspensions.get().covers(caller);
    }

    private Duration longest() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) return settings.longest();
        var good = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return good.compareTo(settings.longest()) < 0 ? good : settings.longest();
    }
}
