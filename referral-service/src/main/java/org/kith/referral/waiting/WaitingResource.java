package org.kith.referral.waiting;

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
import org.kith.referral.domain.ReferralCommand.PauseWaiting;
import org.kith.referral.domain.ReferralCommand.PutOnWaitingList;
import org.kith.referral.domain.ReferralCommand.ResumeWaiting;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** The waiting list between acceptance and allocation, with a clock that starts, stands still, goes on and stops. */
@Path("/api/referrals/{id}/waiting")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WaitingResource {
    private final Sheets sheets;

    WaitingResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "WaitingStart", requiredProperties = "reason")
    public record PutOn(
            @Schema(description = "Code list 'waiting-reason'", examples = "no-capacity") @Nullable String reason,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "PutOn[…]";
        }
    }

    @Schema(name = "WaitingPause", requiredProperties = "reason")
    public record Pause(
            @Schema(description = "Code list 'waiting-pause-reason'", examples = "in-hospital") @Nullable String reason,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Pause[…]";
        }
    }

    @Schema(name = "WaitingResumption")
    public record Resumption(@Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @POST
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "putOnWaitingList", summary = "An accepted referral is put on the waiting list, and its clock starts")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> putOn(@PathParam("id") UUID id, PutOn sent) {
        var sheet = sheets.openMatching();
        var reason = sheet.code("reason", "waiting-reason", sent.reason());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new PutOnWaitingList(reason, at));
    }

    @POST
    @Path("/pause")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "pauseWaiting", summary = "The waiting clock stands still, since the person could not take up an offer")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> pause(@PathParam("id") UUID id, Pause sent) {
        var sheet = sheets.openMatching();
        var reason = sheet.code("reason", "waiting-pause-reason", sent.reason());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new PauseWaiting(reason, at));
    }

    @POST
    @Path("/resume")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "resumeWaiting", summary = "The waiting clock goes on")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> resume(@PathParam("id") UUID id, Resumption sent) {
        var sheet = sheets.openMatching();
        return sheet.take(id, new ResumeWaiting(sheet.at("occurredAt", sent.occurredAt())));
    }
}
