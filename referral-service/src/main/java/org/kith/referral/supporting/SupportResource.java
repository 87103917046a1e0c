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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.ReferralCommand.HoldContact;
import org.kith.referral.domain.ReferralCommand.Signpost;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.referral.steps.Steps;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** Facts that may come in any order and from several people: If-Match is optional. */
@Path("/api/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SupportResource {
    private static final int LONGEST_MINUTES = 24 * 60;
    /** A reference, not a sentence: what identifies nobody. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private final Steps steps;
    private final ReferenceCopy reference;
    private final Asking asking;

    SupportResource(Steps steps, ReferenceCopy reference, Asking asking) {
        this.steps = steps;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "Contact", requiredProperties = {"mode", "minutes"})
    public record Contact(
            @Schema(description = "Code list 'contact-mode'", examples = "face-to-face") @Nullable String mode,
            @Schema(minimum = "1", maximum = "1440", description = "How long it was", examples = "45") @Nullable Integer minutes,
            @Schema(format = "date-time", description = "Absent: now") @Nullable String occurredAt) {}

    @Schema(name = "Signposting", requiredProperties = {"kind", "destination"})
    public record Signposting(
            @Schema(description = "Code list 'signpost-kind'", examples = "group") @Nullable String kind,
            @Schema(description = "Reference of the group, service, organisation …", examples = "group-1") @Nullable String destination,
            @Schema(format = "date-time", description = "Absent: now") @Nullable String occurredAt) {}

    @POST
    @Path("/contacts")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordContact", summary = "A contact was held with the person")
    public Uni<Response> contact(@PathParam("id") UUID id, Contact sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var mode = Coded.required(invalid, reference.current(), "mode", "contact-mode", sent.mode());
        int minutes = sent.minutes() == null ? 0 : sent.minutes();
        if (sent.minutes() == null) invalid.add("minutes", "required", "This is required.");
        else invalid.check(minutes >= 1 && minutes <= LONGEST_MINUTES, "minutes", "out-of-range", "1 to " + LONGEST_MINUTES + " minutes.");
        var at = Moment.orNow(invalid, "occurredAt", sent.occurredAt(), asked.now());
        invalid.throwIfAny();
        return steps.take(id, asked, _ -> new HoldContact(mode, minutes, at));
    }

    @POST
    @Path("/signposts")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordSignposting", summary = "The person was signposted to something")
    public Uni<Response> signpost(@PathParam("id") UUID id, Signposting sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var kind = Coded.required(invalid, reference.current(), "kind", "signpost-kind", sent.kind());
        var destination = invalid.required("destination", sent.destination(), 100);
        if (destination != null)
            invalid.check(REFERENCE.matcher(destination).matches(), "destination", "not-a-reference", "Letters, digits and . _ : - only; a reference, not a name.");
        var at = Moment.orNow(invalid, "occurredAt", sent.occurredAt(), asked.now());
        invalid.throwIfAny();
        return steps.take(id, asked, _ -> new Signpost(kind, destination == null ? "" : destination, at));
    }
}
