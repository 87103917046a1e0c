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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.SupportCommand.Assess;
import org.kith.referral.domain.SupportCommand.Item;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheet;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** What a person needs, looked at as a whole, and who told which item of it. */
@Path("/api/referrals/{id}/assessments")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AssessmentsResource {
    private static final String NOT_ASKED = "not-asked";

    private final Sheets sheets;

    AssessmentsResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Assessment", requiredProperties = "mode")
    public record Assessment(
            @Schema(description = "Code list 'contact-mode'", examples = "face-to-face") @Nullable String mode,
            @Schema(description = "Code list 'need', at most 20", examples = "[\"housing\", \"income\"]") @Nullable List<@Nullable String> needs,
            @Schema(description = "True where a family was assessed together; absent: false") @Nullable Boolean family,
            @Schema(description = "Code list 'disability'; absent: not asked", examples = "yes") @Nullable String disability,
            @Schema(description = "Code list 'employment'; absent: not asked", examples = "retired") @Nullable String employment,
            @Schema(description = "Which items of information were collected, and from whom; at most 20") @Nullable List<@Nullable CollectedItem> items,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Assessment[…]";
        }
    }

    @Schema(name = "CollectedItem", requiredProperties = {"item", "collectedFrom"})
    public record CollectedItem(
            @Schema(description = "Code list 'data-item'", examples = "employment") @Nullable String item,
            @Schema(description = "Code list 'collected-from'", examples = "worker") @Nullable String collectedFrom) {}

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordAssessment", summary = "The person's needs were assessed as a whole")
    public Uni<Response> assess(@PathParam("id") UUID id, Assessment sent) {
        var sheet = sheets.open();
        var mode = sheet.code("mode", "contact-mode", sent.mode());
        var needs = sheet.codes("needs", "need", sent.needs());
        var disability = sheet.codeOr(NOT_ASKED, "disability", "disability", sent.disability());
        var employment = sheet.codeOr(NOT_ASKED, "employment", "employment", sent.employment());
        var items = items(sheet, sent.items());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        return sheet.take(id, new Assess(mode, needs, Boolean.TRUE.equals(sent.family()), disability, employment, items, at));
    }

    private static List<Item> items(Sheet sheet, @Nullable List<@Nullable CollectedItem> sent) {
        if (sent == null || !sheet.few("items", sent)) return List.of();
        var items = new ArrayList<Item>();
        for (int i = 0; i < sent.size(); i++) {
            var one = sent.get(i);
            var field = "items[" + i + "]";
            if (sheet.required(field, one) && one != null)
                items.add(new Item(sheet.code(field + ".item", "data-item", one.item()), sheet.code(field + ".collectedFrom", "collected-from", one.collectedFrom())));
        }
        return items;
    }
}
