package org.kith.referral.allocating;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.WorkerInPost;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** What each worker of a programme has to do, and all of one worker's referrals given to others. */
@Path("/api/caseloads")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CaseloadsResource {
    private static final int CODE = 64;

    private final Caseloads caseloads;
    private final HandingOver handingOver;
    private final ReferenceCopy reference;
    private final Callers callers;
    private final Asking asking;

    CaseloadsResource(Caseloads caseloads, HandingOver handingOver, ReferenceCopy reference, Callers callers, Asking asking) {
        this.caseloads = caseloads;
        this.handingOver = handingOver;
        this.reference = reference;
        this.callers = callers;
        this.asking = asking;
    }

    @Schema(name = "Caseload")
    public record CaseloadView(
            @Schema(description = "Opaque id of the account") String worker,
            String post,
            String role,
            int fteHundredths,
            @Schema(description = "Open referrals of the programme") int open,
            @Schema(description = "Open referrals at a time, above which none is given by rule; absent: no limit") @Nullable Integer caseloadLimit,
            @Schema(description = "Clients a year, as expected today; absent: nobody expects a number") @Nullable Integer expectedClients,
            @Schema(description = "Reasons for referral that come to this worker before others") List<String> specialisms,
            @Schema(description = "Away today, and given nothing by rule") boolean away) {}

    @Schema(name = "CaseloadHandOver", requiredProperties = {"programme", "reason"})
    public record HandOverRequest(
            @Schema(description = "Id of the programme", examples = "norfolk-living-well") @Nullable String programme,
            @Schema(description = "Who takes all of it; absent: whoever covers each referral's area, by the rule of allocation") @Nullable String to,
            @Schema(description = "Code list 'allocation-override-reason'", examples = "absence") @Nullable String reason,
            @Schema(format = "date-time", description = "When it happened; absent: now. What was referred after it stays where it is") @Nullable String occurredAt) {}

    /** @param code why it stays where it is */
    @Schema(name = "LeftReferral")
    public record LeftView(UUID referral, String code) {}

    @Schema(name = "CaseloadHandedOver")
    public record HandedOver(
            int handedOver,
            @Schema(description = "How many each worker got") Map<String, Integer> to,
            @Schema(description = "What stays with the worker, and why") List<LeftView> left) {}

    @GET
    @RolesAllowed({Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "readCaseloads", summary = "Who holds a post of a programme today, and how many open referrals they have")
    @APIResponse(responseCode = "200", description = "Everybody in post; a worker of two posts twice")
    public Uni<List<CaseloadView>> read(@QueryParam("programme") @Nullable String programme) {
        var invalid = new Invalid();
        var mine = programme(invalid, callers.current(), programme);
        invalid.throwIfAny();
        var today = new Covering(reference.current(), mine, Instant.now());
        return caseloads.open(mine).map(open -> today.all().stream()
                .map(one -> new CaseloadView(
                        one.worker(), one.post(), one.role(), one.fteHundredths(), open.getOrDefault(one.worker(), 0), one.caseloadLimit(), one.expectedClients(),
                        one.specialisms().stream().sorted().toList(), one.away()))
                .toList());
    }

    @POST
    @Path("/{worker}/hand-over")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "handOverCaseload", summary = "Give all open referrals of a worker to others", description = "Each is handed over for itself; asking again goes on with what is left. At most 1,000 at a time.")
    @APIResponse(responseCode = "200", description = "How many were handed over, to whom, and what stays where it is")
    public Uni<HandedOver> handOver(@PathParam("worker") String worker, HandOverRequest sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        invalid.check(worker.length() <= CODE, "worker", "too-long", "At most " + CODE + " characters.");
        var programme = programme(invalid, asked.caller(), sent.programme());
        var reason = Coded.required(invalid, reference.current(), "reason", "allocation-override-reason", sent.reason());
        var to = invalid.optional("to", sent.to(), CODE);
        var at = Moment.orNow(invalid, "occurredAt", sent.occurredAt(), asked.now());
        var then = new Covering(reference.current(), programme, at);
        if (to != null) {
            invalid.check(then.anywhere(to), "to", "not-in-post", "Nobody of that id holds a post of the programme on that day.");
            invalid.check(!to.equals(worker), "to", "same-worker", "The worker has them already.");
        }
        invalid.throwIfAny();
        return handOver(asked, worker, programme, reason, at, to, then);
    }

    private Uni<HandedOver> handOver(Asked asked, String worker, String programme, String reason, Instant at, @Nullable String to, Covering then) {
        HandingOver.ToWhom toWhom = to != null
                ? (_, _) -> List.of(new WorkerInPost(to, 1))
                : (area, open) -> then.area(area, open).stream().filter(one -> !one.worker().equals(worker)).toList();
        return handingOver.run(asked, worker, programme, reason, at, toWhom)
                .map(result -> new HandedOver(result.handedOver(), result.to(), result.left().stream().map(one -> new LeftView(one.referral(), one.code())).toList()));
    }

    private String programme(Invalid invalid, Caller caller, @Nullable String sent) {
        var in = invalid.required("programme", sent, CODE);
        if (in == null) return "";
        boolean mine = caller.mayUse(in) && reference.current().programme(in).isPresent();
        invalid.check(mine, "programme", "unknown", "There is no such programme among those that you take part in.");
        return in;
    }
}
