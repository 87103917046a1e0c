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
import org.kith.referral.domain.ReferralCommand.Disengage;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** A person takes part no more. If-Match is required: what was recorded meanwhile may be a reason to think again. */
@Path("/api/referrals/{id}/disengage")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DisengagementResource {
    private final Sheets sheets;

    DisengagementResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Disengagement", requiredProperties = "reason")
    public record Disengagement(
            @Schema(description = "Code list 'disengagement-reason'", examples = "no-longer-wanted") @Nullable String reason,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Disengagement[…]";
        }
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "disengage", summary = "The person takes part no more, which is neither declined nor inappropriate")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> disengage(@PathParam("id") UUID id, Disengagement sent) {
        var sheet = sheets.openMatching();
        var reason = sheet.code("reason", "disengagement-reason", sent.reason());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new Disengage(reason, at));
    }
}
