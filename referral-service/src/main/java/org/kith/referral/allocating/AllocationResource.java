package org.kith.referral.allocating;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralCommand.AllocateByArea;
import org.kith.referral.domain.ReferralCommand.AllocateByChoice;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Steps;
import org.kith.referral.storage.ReferralView;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** Allocates by the rule, or by choice where a worker and the reason are named. If-Match is required. */
@Path("/api/referrals/{id}/allocate")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AllocationResource {
    private static final int WORKER = 64;

    private final Steps steps;
    private final ReferenceCopy reference;
    private final Asking asking;
    private final Caseloads caseloads;

    AllocationResource(Steps steps, ReferenceCopy reference, Asking asking, Caseloads caseloads) {
        this.steps = steps;
        this.caseloads = caseloads;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "Allocation")
    public record Allocation(
            @Schema(description = "Absent: the worker whose post covers the area") @Nullable String worker,
            @Schema(description = "Code list 'allocation-override-reason'; required with a worker") @Nullable String reason,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @POST
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "allocateReferral", summary = "Give a referral to a worker")
    @APIResponse(responseCode = "200", description = "Allocated; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    @APIResponse(responseCode = "409", description = "no-worker-for-area: nobody who is there covers the area; everyone-at-capacity: they have as many as they may. The referral stays unallocated")
    public Uni<Response> allocate(@PathParam("id") UUID id, Allocation sent) {
        var asked = asking.asked().mustMatch();
        var invalid = new Invalid();
        var at = Moment.orNow(invalid, "occurredAt", sent.occurredAt(), asked.now());
        var worker = invalid.optional("worker", sent.worker(), WORKER);
        var reason = worker == null ? null : Coded.required(invalid, reference.current(), "reason", "allocation-override-reason", sent.reason());
        invalid.check(worker != null || sent.reason() == null, "worker", "required", "A reason is for a worker whom you name.");
        invalid.throwIfAny();
        return steps.takeKnowing(id, asked, view -> command(view, worker, reason, at));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.COORDINATOR)
    @Operation(hidden = true)
    public Uni<Response> allocateByRule(@PathParam("id") UUID id) {
        return allocate(id, new Allocation(null, null, null));
    }

    private Uni<ReferralCommand> command(ReferralView view, @Nullable String worker, @Nullable String reason, Instant at) {
        var covering = new Covering(reference.current(), view.programme, at);
        if (worker == null || reason == null)
            return caseloads.open(view.programme).map(open -> new AllocateByArea(covering.area(view.area, open), at));
        var invalid = new Invalid();
        invalid.check(covering.anywhere(worker), "worker", "not-in-post", "Nobody of that id holds a post of the programme on that day.");
        invalid.throwIfAny();
        return Uni.createFrom().item(new AllocateByChoice(worker, reason, at));
    }
}
