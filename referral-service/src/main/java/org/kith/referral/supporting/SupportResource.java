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
import org.kith.referral.domain.SupportCommand.GiveSupport;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** Support given to the person: what was done, of the kinds that the programme knows. */
@Path("/api/referrals/{id}/support")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SupportResource {
    private final Sheets sheets;

    SupportResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Support", requiredProperties = {"strand", "kind"})
    public record Support(
            @Schema(description = "Code list 'support-strand-<programme>'", examples = "planning") @Nullable String strand,
            @Schema(description = "Code list 'support-<strand>'", examples = "what-matters-conversation") @Nullable String kind,
            @Schema(description = "Code list '<strand>-theme', required where there is one", examples = "good-sleep") @Nullable String theme,
            @Schema(description = "True where the person was supported as somebody's carer; absent: false") @Nullable Boolean carer,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Support[…]";
        }
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordSupport", summary = "The person was given support of some kind")
    public Uni<Response> give(@PathParam("id") UUID id, Support sent) {
        var sheet = sheets.open();
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, view -> {
            var kind = sheet.kindOfSupport(view.programme, sent.strand(), sent.kind(), sent.theme());
            return new GiveSupport(kind.strand(), kind.kind(), kind.theme(), Boolean.TRUE.equals(sent.carer()), at);
        });
    }
}
