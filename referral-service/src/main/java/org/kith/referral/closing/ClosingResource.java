package org.kith.referral.closing;

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
import org.kith.referral.domain.ReferralCommand.Close;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Steps;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** Closes a referral. If-Match is required: what was recorded meanwhile may be a reason not to. */
@Path("/api/referrals/{id}/close")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClosingResource {
    private final Steps steps;
    private final ReferenceCopy reference;
    private final Asking asking;

    ClosingResource(Steps steps, ReferenceCopy reference, Asking asking) {
        this.steps = steps;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "Closing", requiredProperties = "outcome")
    public record Closing(
            @Schema(description = "Code list 'close-outcome'", examples = "goals-met") @Nullable String outcome,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "closeReferral", summary = "Close a referral, with its outcome")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> close(@PathParam("id") UUID id, Closing sent) {
        var asked = asking.asked().mustMatch();
        var invalid = new Invalid();
        var outcome = Coded.required(invalid, reference.current(), "outcome", "close-outcome", sent.outcome());
        var at = Moment.orNow(invalid, "occurredAt", sent.occurredAt(), asked.now());
        invalid.throwIfAny();
        return steps.take(id, asked, _ -> new Close(outcome, at));
    }
}
