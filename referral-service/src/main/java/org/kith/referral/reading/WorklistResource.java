package org.kith.referral.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.Phase;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;

/** A worker's own list; for a coordinator, any worker's, or whatever waits to be replied to or allocated. */
@Path("/api/worklist")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
public final class WorklistResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final List<Phase> OPEN = List.of(Phase.AWAITING_REPLY, Phase.ACCEPTED, Phase.WAITING, Phase.ALLOCATED, Phase.IN_SUPPORT);

    private final Worklist worklist;
    private final Callers callers;

    WorklistResource(Worklist worklist, Callers callers) {
        this.worklist = worklist;
        this.callers = callers;
    }

    /** @param next what {@code after} is to be for the next page; absent on the last */
    @Schema(name = "Worklist")
    public record Page(List<WorklistItem> items, @Nullable UUID next) {}

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "readWorklist", summary = "Open referrals", description = "Of a worker, or of a phase.")
    public Uni<Page> read(
            @QueryParam("worker") @Nullable String worker,
            @QueryParam("phase") @Nullable String phase,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var caller = callers.current();
        var invalid = new Invalid();
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        var from = invalid.uuid("after", after);
        var asked = phase == null ? null : OPEN.stream().filter(p -> p.code().equals(phase)).findFirst().orElse(null);
        invalid.check(phase == null || asked != null, "phase", "unknown", "One of " + OPEN.stream().map(Phase::code).collect(Collectors.joining(", ")) + ".");
        invalid.check(worker == null || phase == null, "phase", "worker-or-phase", "Ask for a worker's list or for a phase.");
        invalid.check(mayAsk(caller, worker, phase), "worker", "not-yours", "A worker sees their own list.");
        invalid.throwIfAny();
        var items = asked != null
                ? worklist.in(asked, caller, from, most)
                : worklist.of(worker == null ? caller.subject() : worker, caller, from, most);
        return items.map(found -> new Page(found, found.size() < most ? null : found.getLast().id()));
    }

    private static boolean mayAsk(Caller caller, @Nullable String worker, @Nullable String phase) {
        return caller.is(Role.COORDINATOR) || phase == null && (worker == null || worker.equals(caller.subject()));
    }
}
