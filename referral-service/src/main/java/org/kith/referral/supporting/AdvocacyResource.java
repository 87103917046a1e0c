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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.ReferralCommand.Consent;
import org.kith.referral.domain.SupportCommand.Accompany;
import org.kith.referral.domain.SupportCommand.Represent;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** What a worker did at the person's side: went along, or spoke for them. */
@Path("/api/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AdvocacyResource {
    private final Sheets sheets;

    AdvocacyResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Representation", requiredProperties = {"thirdParty", "consent"})
    public record Representation(
            @Schema(description = "Code list 'third-party'", examples = "landlord") @Nullable String thirdParty,
            @Schema(description = "The person's agreement to it, without which nobody is represented") @Nullable Agreement consent,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Representation[…]";
        }
    }

    @Schema(name = "Agreement", requiredProperties = {"given", "how"})
    public record Agreement(
            @Schema(description = "Must be true", examples = "true") @Nullable Boolean given,
            @Schema(format = "date-time", description = "Absent: when it happened") @Nullable String at,
            @Schema(description = "Code list 'consent-how'", examples = "verbal") @Nullable String how) {}

    @Schema(name = "Accompaniment", requiredProperties = "destination")
    public record Accompaniment(
            @Schema(description = "Reference of the group, service, organisation …", examples = "group-1") @Nullable String destination,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Accompaniment[…]";
        }
    }

    @POST
    @Path("/representations")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordRepresentation", summary = "The person was represented to a third party, with their consent")
    public Uni<Response> represent(@PathParam("id") UUID id, Representation sent) {
        var sheet = sheets.open();
        var thirdParty = sheet.code("thirdParty", "third-party", sent.thirdParty());
        var agreed = sent.consent() == null ? new Agreement(null, null, null) : sent.consent();
        sheet.check(Boolean.TRUE.equals(agreed.given()), "consent.given", "required", "Nobody is represented without their consent.");
        var how = sheet.code("consent.how", "consent-how", agreed.how());
        var at = sheet.at("occurredAt", sent.occurredAt());
        var agreedAt = agreed.at() == null ? at : sheet.at("consent.at", agreed.at());
        sheet.check(!agreedAt.isAfter(at), "consent.at", "after-it-happened", "Consent comes first.");
        sheet.note(sent.note());
        return sheet.take(id, new Represent(thirdParty, new Consent(how, agreedAt), at));
    }

    @POST
    @Path("/accompaniments")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordAccompaniment", summary = "A worker went along with the person")
    public Uni<Response> accompany(@PathParam("id") UUID id, Accompaniment sent) {
        var sheet = sheets.open();
        var destination = sheet.destination("destination", sent.destination());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new Accompany(destination, at));
    }
}
