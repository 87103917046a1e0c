package org.kith.referral.subjectaccess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.consenting.ConsentStatement;
import org.kith.referral.consenting.Disclosures.Disclosure;

/**
 * What is held about a person.
 *
 * @param references every one that is theirs: what was merged is held under its own still, and all of it is here
 * @param profile what was said of them whatever the referral, each time that it was said
 * @param safeguardingConcerns empty unless they were asked for
 * @param disclosures who was shown or told what; the latest thousand
 * @param notes what is not in it, and where else something may be held
 */
@Schema(name = "PersonExport")
public record Export(
        UUID person, List<UUID> references, Instant madeAt, List<Referral> referrals, List<Form> firstContactForms, List<Fact> profile, List<ConsentStatement> consents,
        List<Concern> safeguardingConcerns, List<Disclosure> disclosures, List<String> notes) {

    /** @param said who the person is and the note, as the referral said; {@code events} all that happened in it */
    @Schema(name = "ExportedReferral")
    public record Referral(
            UUID referral, String programme, String area, @Nullable String practice, String organisation, String source, boolean safeguarding,
            Instant referredAt, String phase, Map<String, Object> said, List<Event> events) {}

    /** @param recordedBy opaque id of the account */
    @Schema(name = "ExportedEvent")
    public record Event(Instant at, String event, Map<String, Object> said, @Nullable String note, String recordedBy) {}

    @Schema(name = "ExportedForm")
    public record Form(UUID form, String programme, String area, LocalDate day, Map<String, Object> said, Map<String, Object> content) {}

    @Schema(name = "ExportedFact")
    public record Fact(String kind, Map<String, Object> said, Instant recordedAt, String recordedBy) {}

    @Schema(name = "ExportedConcern")
    public record Concern(String kind, Instant raisedAt, String actions, @Nullable String note) {}

    /** This and what is held under another reference of the person. */
    Export and(Export other) {
        return new Export(
                person, both(references, other.references), madeAt, both(referrals, other.referrals), both(firstContactForms, other.firstContactForms),
                both(profile, other.profile), both(consents, other.consents), both(safeguardingConcerns, other.safeguardingConcerns),
                both(disclosures, other.disclosures), notes);
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "Export[…]";
    }
}
