package org.kith.referral.receiving;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral as it is sent; everything is text, so that one answer can name every field at fault. */
@Schema(name = "ReferralRequest", requiredProperties = {"programme", "source", "person", "reasons", "consent"})
public record ReferralRequest(
        @Schema(description = "Id of the programme", examples = "norfolk-living-well") @Nullable String programme,
        @Schema(description = "Who refers: code list 'source'", examples = "primary-care") @Nullable String source,
        @Schema(description = "Code of the person's practice; absent for an unregistered person", examples = "KITH-NLW-07") @Nullable String practice,
        @Schema(description = "Area of the programme; required unless it follows from the practice's cluster", examples = "coastal") @Nullable String area,
        @Schema(description = "Who is referred; kept encrypted, never in an event") @Nullable PersonRequest person,
        @Schema(description = "Code list 'reasons', at least one", examples = "[\"social-isolation\"]") @Nullable List<@Nullable String> reasons,
        @Schema(description = "The person's agreement to be referred; not needed where safeguarding is true") @Nullable ConsentRequest consent,
        @Schema(description = "True where somebody may be at risk of harm: never refused for want of consent") @Nullable Boolean safeguarding,
        @Schema(maxLength = 4000, description = "Free text; kept encrypted, never in an event") @Nullable String note,
        @Schema(maxLength = 100, description = "The sender's own reference; kept encrypted, never in an event") @Nullable String externalReference,
        @Schema(format = "date-time", description = "When it was referred; absent: now") @Nullable String occurredAt) {
    static final ReferralRequest EMPTY = new ReferralRequest(null, null, null, null, null, null, null, null, null, null, null);

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "ReferralRequest[…]";
    }

    /** The same, having happened at that time unless it says when it did. */
    ReferralRequest at(@Nullable String time) {
        if (occurredAt != null) return this;
        return new ReferralRequest(
                programme, source, practice, area, person, reasons, consent, safeguarding, note, externalReference, time);
    }

    @Schema(requiredProperties = "given")
    public record ConsentRequest(
            @Schema(description = "Must be true", examples = "true") @Nullable Boolean given,
            @Schema(format = "date-time", description = "Absent: when it was referred") @Nullable String at,
            @Schema(description = "Code list 'consent-how'", examples = "verbal") @Nullable String how,
            @Schema(description = "Who gave it where it was not simply the person: code list 'consent-by'; required for who is under 18") @Nullable String by) {}

    @Schema(requiredProperties = {"givenName", "familyName", "birthDate"})
    public record PersonRequest(
            @Schema(description = "Ten digits", examples = "9990000018") @Nullable String nhsNumber,
            @Schema(description = "Ten digits, beginning with the birth date as DDMMYY") @Nullable String chiNumber,
            @Schema(maxLength = 100, examples = "Wilhelmina") @Nullable String givenName,
            @Schema(maxLength = 100, examples = "Testcase") @Nullable String familyName,
            @Schema(format = "date", examples = "1947-05-12") @Nullable String birthDate,
            @Schema(description = "ZZ99 3VZ for no fixed abode", examples = "PE36 5DN") @Nullable String postcode,
            @Schema(description = "Code list 'gender'; absent: not asked") @Nullable String gender,
            @Schema(description = "Code list 'ethnicity'; absent: not asked") @Nullable String ethnicity,
            @Schema(maxLength = 30) @Nullable String phone,
            @Schema(maxLength = 254) @Nullable String email) {
        static final PersonRequest EMPTY = new PersonRequest(null, null, null, null, null, null, null, null, null, null);

        @Override
        public String toString() {
            return "PersonRequest[…]";
        }
    }
}
