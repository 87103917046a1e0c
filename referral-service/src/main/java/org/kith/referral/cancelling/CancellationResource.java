package org.kith.referral.cancelling;

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
import org.kith.referral.domain.ReferralCommand.Cancel;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;

/** Who referred takes the referral back. If-Match is required: what was recorded meanwhile may be a reason not to. */
@Path("/api/referrals/{id}/cancel")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CancellationResource {
    private final Sheets sheets;
    private final Callers callers;

    CancellationResource(Sheets sheets, Callers callers) {
        this.sheets = sheets;
        this.callers = callers;
    }

    @Schema(name = "ReferralCancellation", requiredProperties = "reason")
    public record Cancellation(
            @Schema(description = "Code list 'cancellation-reason'", examples = "no-longer-needed") @Nullable String reason,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Cancellation[…]";
        }
    }

    @POST
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "cancelReferral", summary = "Who referred takes the referral back, until it has ended", description = "Only by the organisation that referred; a programme declines or closes instead.")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "409", description = "It has ended already, or the person wants you told no more of it")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> cancel(@PathParam("id") UUID id, Cancellation sent) {
        var sheet = sheets.openMatching();
        var reason = sheet.code("reason", TakingBack.REASONS, sent.reason());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        var caller = callers.current();
        return sheet.take(id, view -> {
            TakingBack.mustBeFrom(caller, view);
            return new Cancel(reason, at);
        });
    }
}
