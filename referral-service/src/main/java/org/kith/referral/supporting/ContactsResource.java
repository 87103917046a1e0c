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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import java.time.Instant;
import org.kith.referral.domain.SupportCommand;
import org.kith.referral.domain.SupportCommand.AttemptContact;
import org.kith.referral.domain.SupportCommand.CancelContact;
import org.kith.referral.domain.SupportCommand.HoldContact;
import org.kith.referral.domain.SupportCommand.MissContact;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Sheet;
import org.kith.referral.steps.Sheets;
import org.kith.web.caller.Role;

/** Contacts with the person: held, and those that did not come to be. */
@Path("/api/referrals/{id}/contacts")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactsResource {
    private static final String HELD = "held";
    private static final String ATTEMPTED = "attempted";
    private static final String NOT_ATTENDED = "not-attended";
    private static final String CANCELLED = "cancelled";
    private static final List<String> RESULTS = List.of(HELD, ATTEMPTED, NOT_ATTENDED, CANCELLED);
    private static final int LONGEST_MINUTES = 24 * 60;

    private final Sheets sheets;

    ContactsResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @Schema(name = "Contact", requiredProperties = "mode")
    public record Contact(
            @Schema(description = "held, attempted, not-attended or cancelled; absent: held", examples = "held") @Nullable String result,
            @Schema(description = "Code list 'contact-mode'", examples = "face-to-face") @Nullable String mode,
            @Schema(minimum = "1", maximum = "1440", description = "How long it was; of a contact that was held, required there", examples = "45") @Nullable Integer minutes,
            @Schema(description = "Code list 'conversation': which of the Three Conversations it was, in any order and as often as need be", examples = "one") @Nullable String conversation,
            @Schema(description = "Code list 'cohort', where the programme tells cohorts apart", examples = "health-challenges") @Nullable String cohort,
            @Schema(description = "Code list 'cancelled-by'; of a contact that was cancelled, required there") @Nullable String cancelledBy,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note,
            @Schema(format = "date-time", description = Moment.OF_A_STEP) @Nullable String occurredAt) {

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordContact", summary = "A contact with the person was held, or tried, missed or cancelled")
    public Uni<Response> contact(@PathParam("id") UUID id, Contact sent) {
        var sheet = sheets.open();
        var mode = sheet.code("mode", "contact-mode", sent.mode());
        var at = sheet.at("occurredAt", sent.occurredAt());
        sheet.note(sent.note());
        var result = sent.result() == null ? HELD : sent.result();
        sheet.check(RESULTS.contains(result), "result", "unknown", "One of " + String.join(", ", RESULTS) + ".");
        ofItsKindOnly(sheet, result, sent);
        return sheet.take(id, command(sheet, result, mode, at, sent));
    }

    private static void ofItsKindOnly(Sheet sheet, String result, Contact sent) {
        boolean held = result.equals(HELD);
        sheet.check(held || sent.minutes() == null, "minutes", "not-held", "Only a contact that was held has a length.");
        sheet.check(held || sent.conversation() == null, "conversation", "not-held", "Only a contact that was held is a conversation.");
        sheet.check(held || sent.cohort() == null, "cohort", "not-held", "Leave it to the contact that is held.");
        sheet.check(result.equals(CANCELLED) || sent.cancelledBy() == null, "cancelledBy", "not-cancelled", "Only of a contact that was cancelled.");
    }

    private static SupportCommand command(Sheet sheet, String result, String mode, Instant at, Contact sent) {
        return switch (result) {
            case ATTEMPTED -> new AttemptContact(mode, at);
            case NOT_ATTENDED -> new MissContact(mode, at);
            case CANCELLED -> new CancelContact(mode, sheet.code("cancelledBy", "cancelled-by", sent.cancelledBy()), at);
            default -> new HoldContact(
                    mode, minutes(sheet, sent.minutes()), sheet.optionalCode("conversation", "conversation", sent.conversation()),
                    sheet.optionalCode("cohort", "cohort", sent.cohort()), at);
        };
    }

    private static int minutes(Sheet sheet, @Nullable Integer sent) {
        if (sent == null) {
            sheet.required("minutes", null);
            return 0;
        }
        sheet.check(sent >= 1 && sent <= LONGEST_MINUTES, "minutes", "out-of-range", "1 to " + LONGEST_MINUTES + " minutes.");
        return sent;
    }
}
