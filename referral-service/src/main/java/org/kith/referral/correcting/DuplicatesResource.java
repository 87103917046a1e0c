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
import org.kith.referral.domain.ReferralCommand.ConfirmDuplicate;
import org.kith.referral.domain.ReferralCommand.DismissDuplicate;
import org.kith.referral.domain.ReferralCommand.SuspectDuplicate;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** A suspected duplicate: said by a machine that found another open referral of the person, or by somebody; confirmed or dismissed by a coordinator. */
@Path("/api/referrals/{id}/duplicate")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DuplicatesResource {
    private final Sheets sheets;

    DuplicatesResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "DuplicateSuspicion", requiredProperties = "of")
    public record Suspicion(
            @Schema(format = "uuid", description = "The referral of which this one may be a duplicate", examples = "0199c9a0-7b1e-7c3a-9f10-3d2c8e6a1b01") @Nullable String of,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @Schema(name = "DuplicateVerdict")
    public record Verdict(@Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {}

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "suspectDuplicate", summary = "This referral may be a duplicate of another")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> suspect(@PathParam("id") UUID id, Suspicion sent) {
        var sheet = sheets.openMatching();
        var at = sheet.at("occurredAt", sent.occurredAt());
        return sheet.takeAbout(id, "of", sent.of(), of -> new SuspectDuplicate(of, at));
    }

    @POST
    @Path("/confirm")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "confirmDuplicate", summary = "It is a duplicate, and ends as one")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> confirm(@PathParam("id") UUID id, Verdict sent) {
        var sheet = sheets.openMatching();
        return sheet.take(id, new ConfirmDuplicate(sheet.at("occurredAt", sent.occurredAt())));
    }

    @POST
    @Path("/dismiss")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "dismissDuplicate", summary = "It is no duplicate")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> dismiss(@PathParam("id") UUID id, Verdict sent) {
        var sheet = sheets.openMatching();
        return sheet.take(id, new DismissDuplicate(sheet.at("occurredAt", sent.occurredAt())));
    }
}
