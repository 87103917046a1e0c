package org.kith.referral.linkage;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

@Schema(name = "LinkageAgreementRequest", requiredProperties = {"name", "recipient", "purpose", "programmes", "expiresOn"})
public record AgreementRequest(
        @Schema(maxLength = 200, examples = "Use of urgent care before and after support") @Nullable String name,
        @Schema(description = "Reference of who gets the extracts, as consents name them", examples = "fictional-hospital-trust") @Nullable String recipient,
        @Schema(maxLength = 1000, description = "What they may be used for, and nothing else", examples = "Evaluation of the programme") @Nullable String purpose,
        @Schema(description = "Ids of your programmes", examples = "[\"norfolk-living-well\"]") @Nullable List<@Nullable String> programmes,
        @Schema(description = "given: only of those who said yes to 'linkage'; unless-withdrawn, where every programme's lawful basis is another than consent: of all but those who said no. Absent: given", examples = "unless-withdrawn") @Nullable String consent,
        @Schema(format = "date", description = "The last day on which extracts can be had, at most five years from now", examples = "2027-03-31") @Nullable String expiresOn,
        @Schema(description = "Base64 of 32 to 64 bytes; absent: one is made") @Nullable String key) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final int MOST_PROGRAMMES = 20;
    private static final int MOST_YEARS = 5;
    private static final String CONSENT = "consent";

    /** @param generated whether the key is to be shown */
    record Checked(Agreement agreement, LinkageKey key, boolean generated) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    Checked check(UUID id, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var title = invalid.required("name", name, 200);
        var who = invalid.required("recipient", recipient, 100);
        if (who != null) invalid.check(REFERENCE.matcher(who).matches(), "recipient", "not-a-reference", "Letters, digits and . _ : - only; a reference, not a name.");
        var why = invalid.required("purpose", purpose, 1_000);
        var which = programmes(invalid, reference, asked);
        var basis = consent == null ? Agreement.GIVEN : consent;
        invalid.check(List.of(Agreement.GIVEN, Agreement.UNLESS_WITHDRAWN).contains(basis), CONSENT, "unknown", "One of given, unless-withdrawn.");
        boolean byConsent = which.stream().flatMap(programme -> reference.programme(programme).stream()).anyMatch(programme -> programme.lawfulBasis().equals(CONSENT));
        invalid.check(!byConsent || basis.equals(Agreement.GIVEN), CONSENT, "consent-is-the-basis", "A programme's lawful basis is consent, so that it has to be given.");
        var last = Shapes.day(invalid, "expiresOn", expiresOn);
        var today = LocalDate.ofInstant(asked.now(), Shapes.LONDON);
        if (last != null) invalid.check(!last.isBefore(today) && !last.isAfter(today.plusYears(MOST_YEARS)), "expiresOn", "out-of-range", "From today to five years from now.");
        var agreed = key == null ? null : LinkageKey.read(key).orElse(null);
        invalid.check(key == null || agreed != null, "key", "malformed", "Base64 of 32 to 64 bytes.");
        invalid.throwIfAny();
        return new Checked(
                new Agreement(
                        id, Objects.requireNonNull(title), Objects.requireNonNull(who), Objects.requireNonNull(why), which, basis, Objects.requireNonNull(last),
                        asked.now(), null, null),
                agreed == null ? LinkageKey.generated() : agreed, agreed == null);
    }

    private List<String> programmes(Invalid invalid, Reference reference, Asked asked) {
        var which = new LinkedHashSet<String>();
        var sent = programmes == null ? List.<@Nullable String>of() : programmes;
        invalid.check(!sent.isEmpty() && sent.size() <= MOST_PROGRAMMES, "programmes", "size", "From 1 to " + MOST_PROGRAMMES + ".");
        for (int i = 0; i < sent.size() && i < MOST_PROGRAMMES; i++) {
            var field = "programmes[" + i + "]";
            var programme = Shapes.slug(invalid, field, sent.get(i));
            if (programme == null) continue;
            boolean known = reference.programme(programme).isPresent() && asked.caller().mayUse(programme);
            if (invalid.check(known, field, "unknown-programme", "There is no such programme among those you take part in.")) which.add(programme);
        }
        return List.copyOf(which);
    }

    /** Says nothing, so that no key can end up in a log. */
    @Override
    public String toString() {
        return "AgreementRequest[…]";
    }
}
