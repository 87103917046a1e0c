package org.kith.referral.deciding;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.ReferralCommand.Accept;
import org.kith.referral.domain.ReferralCommand.Decline;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Steps;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** The reply to a referral. If-Match is required: one replies to what one has read. */
@Path("/api/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReplyResource {
    private final Steps steps;
    private final ReferenceCopy reference;
    private final Asking asking;

    ReplyResource(Steps steps, ReferenceCopy reference, Asking asking) {
        this.steps = steps;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "Acceptance")
    public record Acceptance(@Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @Schema(name = "Refusal", requiredProperties = "reason")
    public record Refusal(
            @Schema(description = "Code list 'decline-reason'", examples = "no-capacity") @Nullable String reason,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @POST
    @Path("/accept")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "acceptReferral", summary = "Accept a referral")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> accept(@PathParam("id") UUID id, Acceptance sent) {
        var asked = asking.asked().mustMatch();
        var invalid = new Invalid();
        var at = Moment.orNow(invalid, "occurredAt", sent.occurredAt(), asked.now());
        invalid.throwIfAny();
        return steps.take(id, asked, _ -> new Accept(at));
    }

    @POST
    @Path("/accept")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(hidden = true)
    public Uni<Response> acceptNow(@PathParam("id") UUID id) {
        return accept(id, new Acceptance(null));
    }

    @POST
    @Path("/decline")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "declineReferral", summary = "Decline a referral, with the reason")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> decline(@PathParam("id") UUID id, Refusal sent) {
        var asked = asking.asked().mustMatch();
        var invalid = new Invalid();
        var reason = Coded.required(invalid, reference.current(), "reason", "decline-reason", sent.reason());
        var at = Moment.orNow(invalid, "occurredAt", sent.occurredAt(), asked.now());
        invalid.throwIfAny();
        return steps.take(id, asked, _ -> new Decline(reason, at));
    }
}
