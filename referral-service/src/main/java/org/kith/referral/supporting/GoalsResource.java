package org.kith.referral.supporting;

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
import org.kith.referral.domain.SupportCommand.AgreeGoal;
import org.kith.referral.domain.SupportCommand.ReviewGoal;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** What the person wants to come to, and whether they have. */
@Path("/api/referrals/{id}/goals")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GoalsResource {
    private final Sheets sheets;

    GoalsResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Goal", requiredProperties = "kind")
    public record Goal(
            @Schema(description = "Code list 'goal-kind'", examples = "social") @Nullable String kind,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Goal[…]";
        }
    }

    @Schema(name = "GoalReview", requiredProperties = "result")
    public record Review(
            @Schema(description = "Code list 'goal-result'", examples = "met") @Nullable String result,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Review[…]";
        }
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "agreeGoal", summary = "A goal was agreed with the person; the answer names it")
    public Uni<Response> agree(@PathParam("id") UUID id, Goal sent) {
        var sheet = sheets.open();
        var kind = sheet.code("kind", "goal-kind", sent.kind());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.make(id, "goal", goal -> new AgreeGoal(goal, kind, at));
    }

    @POST
    @Path("/{goal}/reviews")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "reviewGoal", summary = "A goal was reviewed with the person")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "409", description = "no-such-goal: it was not agreed in this referral")
    public Uni<Response> review(@PathParam("id") UUID id, @PathParam("goal") UUID goal, Review sent) {
        var sheet = sheets.open();
        var result = sheet.code("result", "goal-result", sent.result());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new ReviewGoal(goal, result, at));
    }
}
