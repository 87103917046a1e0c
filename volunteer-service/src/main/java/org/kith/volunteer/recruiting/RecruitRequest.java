package org.kith.volunteer.recruiting;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.volunteer.domain.Profile;
import org.kith.volunteer.storage.PersonalDetails;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** Somebody who became a volunteer. */
@Schema(requiredProperties = {"programme", "area", "source", "givenName", "familyName"})
public record RecruitRequest(
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "CP4") @Nullable String area,
        @Schema(description = "Code list 'volunteer-source'", examples = "social-prescriber") @Nullable String source,
        @Schema(format = "uuid", description = "Reference of somebody whom other services know, where the volunteer is one") @Nullable String person,
        @Schema(description = "At most 100 characters; kept encrypted, never in an event", examples = "Wilhelmina") @Nullable String givenName,
        @Schema(description = "At most 100 characters; kept encrypted, never in an event", examples = "Testcase") @Nullable String familyName,
        @Schema(description = "Kept encrypted, never in an event", examples = "wilhelmina@example.org") @Nullable String email,
        @Schema(description = "Digits and spaces, at most 20; kept encrypted, never in an event", examples = "01632 960000") @Nullable String phone,
        @Schema(format = "date-time", description = "When they were recruited; left out: now", examples = "2026-03-02T10:15:30Z") @Nullable String occurredAt) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()-]{5,19}");

    /** @param person whose key seals the details: the volunteer's own reference unless they are known as somebody */
    record Checked(UUID volunteer, UUID person, boolean knownElsewhere, Profile profile, PersonalDetails details) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    Checked check(UUID volunteer, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var id = Shapes.slug(invalid, "programme", programme);
        var known = id == null ? null : reference.programme(id).filter(p -> asked.caller().mayUse(p.id())).orElse(null);
        if (id != null && known == null)
            invalid.add("programme", "unknown-programme", "There is no such programme among those you take part in.");
        var place = Shapes.code(invalid, "area", area);
        if (place != null && known != null) invalid.check(known.hasArea(place), "area", "unknown-area", "The programme has no such area.");
        var code = invalid.required("source", source, 64);
        if (code != null)
            invalid.check(reference.hasCode("volunteer-source", code), "source", "unknown-code", "Not a code of the list 'volunteer-source'.");
        var who = invalid.uuid("person", person);
        var details = details(invalid);
        var at = Shapes.occurredAt(invalid, "occurredAt", occurredAt, asked.now());
        invalid.throwIfAny();
        var profile = new Profile(
                volunteer.toString(),
                Objects.requireNonNull(id),
                Objects.requireNonNull(place),
                Objects.requireNonNull(code),
                asked.caller().organisation(),
                at);
        return new Checked(volunteer, who == null ? volunteer : who, who != null, profile, Objects.requireNonNull(details));
    }

    private @Nullable PersonalDetails details(Invalid invalid) {
        var given = invalid.required("givenName", givenName, 100);
        var family = invalid.required("familyName", familyName, 100);
        var mail = invalid.optional("email", email, 254);
        if (mail != null) invalid.check(EMAIL.matcher(mail).matches(), "email", "malformed", "An email address.");
        var number = invalid.optional("phone", phone, 20);
        if (number != null) invalid.check(PHONE.matcher(number).matches(), "phone", "malformed", "Digits and spaces, at most 20.");
        return given == null || family == null ? null : new PersonalDetails(given, family, mail, number);
    }

    @Override
    public String toString() {
        return "RecruitRequest";
    }
}
