package org.kith.reporting.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** Records that could not be counted, for administrators. What is in them is not shown: they are not checked. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {
    private static final int PAGE = 100;

    private final Mutiny.SessionFactory sessions;
    private final Retrying retrying;

    DeadLettersResource(Mutiny.SessionFactory sessions, Retrying retrying) {
        this.sessions = sessions;
        this.retrying = retrying;
    }

    /** @param reason a stable code; {@code detail} says more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeadLetterView(
            UUID id, String topic, int partition, long offset, Instant knownAt, String reason, String detail, String state, int attempts, Instant failedAt,
            @Nullable Instant resolvedAt) {
        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.id, letter.topic, letter.partition, letter.offset, letter.knownAt, letter.reason, letter.detail, letter.state, letter.attempts,
                    letter.failedAt, letter.resolvedAt);
        }
    }

    /**
     * The oldest hundred of a state.
     *
     * @param state {@code waiting} or {@code resolved}
     * @param after the last id of the page before
     */
    @GET
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "listDeadLetters", summary = "Records that could not be read", description = "The oldest hundred of a state. What is in them is not shown: nobody has checked it.")
    public Uni<List<DeadLetterView>> list(@RestQuery @DefaultValue(DeadLetter.WAITING) String state, @RestQuery @Nullable String after) {
        var invalid = new Invalid();
        invalid.check(state.equals(DeadLetter.WAITING) || state.equals(DeadLetter.RESOLVED), "state", "unknown", "waiting or resolved.");
        var behind = invalid.uuid("after", after);
        invalid.throwIfAny();
        return sessions.withSession(session -> session
                .createSelectionQuery("from DeadLetter where state = :state and id > :after order by id", DeadLetter.class)
                .setParameter("state", state).setParameter("after", behind == null ? new UUID(0, 0) : behind).setMaxResults(PAGE).getResultList())
                .map(letters -> letters.stream().map(DeadLetterView::of).toList());
    }

    /** Reads the record again, as this version of the service does, and counts it as of the time it came in. */
    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "retryDeadLetter", summary = "Read a record again", description = "It counts as of the time it came in.")
    public Uni<DeadLetterView> retry(@RestPath String id) {
        var invalid = new Invalid();
        var known = invalid.uuid("id", id);
        if (known == null) throw Problems.notFound();
        return retrying.retry(known).map(DeadLetterView::of);
    }
}
