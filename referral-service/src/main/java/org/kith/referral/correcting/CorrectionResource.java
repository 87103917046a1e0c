package org.kith.referral.correcting;

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
import org.kith.referral.domain.ReferralCommand.EnterInError;
import org.kith.referral.domain.ReferralCommand.Reopen;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** Opens a referral again, or takes all of it back. */
@Path("/api/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CorrectionResource {
    private final Sheets sheets;

    CorrectionResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Reopening", requiredProperties = "reason")
    public record Reopening(
            @Schema(description = "Code list 'reopening-reason'", examples = "came-back") @Nullable String reason,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Reopening[…]";
        }
    }

    @Schema(name = "Mistake", requiredProperties = "reason")
    public record Mistake(
            @Schema(description = "Code list 'entered-in-error-reason'", examples = "wrong-person") @Nullable String reason,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Mistake[…]";
        }
    }

    @POST
    @Path("/reopen")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "reopenReferral", summary = "A declined referral awaits its reply again; one that has ended is to be allocated again")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> reopen(@PathParam("id") UUID id, Reopening sent) {
        var sheet = sheets.openMatching();
        var reason = sheet.code("reason", "reopening-reason", sent.reason());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new Reopen(reason, at));
    }

    @POST
    @Path("/enter-in-error")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "enterReferralInError", summary = "The referral should never have been: nothing that was recorded of it counts any more")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> enterInError(@PathParam("id") UUID id, Mistake sent) {
        var sheet = sheets.openMatching();
        var reason = sheet.code("reason", "entered-in-error-reason", sent.reason());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.takeBack(id, events -> new EnterInError(reason, events, at));
    }
}
