package org.kith.referral.receiving;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.referral.domain.Characteristics;
import org.kith.referral.domain.ReferralCommand.Consent;
import org.kith.referral.people.AgeBands;
import org.kith.referral.people.Identity;
import org.kith.referral.receiving.ReferralRequest.ConsentRequest;
import org.kith.referral.steps.Moment;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;

/** Checks a whole request at one moment, against the reference data of that moment. */
public final class ReferralCheck {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int NOTE = 4_000;
    private static final int REFERENCE = 100;
    private static final int MOST_REASONS = 20;
    private static final int CODE = 64;
    private static final int ADULT = 18;
    private static final String CONSENT_BY = "consent-by";
    private static final String CONSENT_HOW = "consent-how";

    private final Reference reference;
    private final Sender sender;
    private final Instant now;
    private final Invalid invalid = new Invalid();

    public ReferralCheck(Reference reference, Sender sender, Instant now) {
        this.reference = reference;
        this.sender = sender;
        this.now = now;
    }

    /** @throws ProblemException 422 naming every field at fault */
    public CheckedReferral check(ReferralRequest request) {
        var sent = Moment.read(invalid, "occurredAt", request.occurredAt(), now);
        var occurredAt = sent == null ? now : sent;
        var day = LocalDate.ofInstant(occurredAt, LONDON);
        var place = new PlaceCheck(reference, sender, invalid).place(request, day);
        var source = source(request.source());
        var identity = new PersonCheck(reference, request.programme(), invalid).identity(request.person(), LocalDate.ofInstant(now, LONDON));
        var reasons = reasons(request.reasons());
        boolean safeguarding = Boolean.TRUE.equals(request.safeguarding());
        var consent = consent(request.consent(), safeguarding, occurredAt);
        var consentBy = consentBy(request.consent(), identity, day);
        var note = invalid.optional("note", request.note(), NOTE);
        var externalReference = invalid.optional("externalReference", request.externalReference(), REFERENCE);
        if (identity != null)
            invalid.check(!identity.birthDate().isAfter(day), "person.birthDate", "after-referral", "This is after the day of the referral.");
        invalid.throwIfAny();
        if (place == null || source == null || identity == null) throw new IllegalStateException("a fault was found and not noted");
        return new CheckedReferral(
                place.programme(), place.area(), place.practice(), source, reasons, characteristics(identity, day), consent,
                safeguarding, occurredAt, identity, note, externalReference, consentBy);
    }

    private @Nullable String source(@Nullable String sent) {
        // A practice is primary care, so its system need not say so.
        if (sent == null && sender.practice() != null) return "primary-care";
        var code = invalid.required("source", sent, CODE);
        return code == null ? null : coded("source", "source", code);
    }

    private List<String> reasons(@Nullable List<@Nullable String> sent) {
        if (sent == null || sent.isEmpty()) {
            invalid.add("reasons", "required", "At least one reason.");
            return List.of();
        }
        if (!invalid.check(sent.size() <= MOST_REASONS, "reasons", "too-many", "At most " + MOST_REASONS + " reasons.")) return List.of();
        var codes = new ArrayList<String>();
        for (int i = 0; i < sent.size(); i++) {
            var code = invalid.required("reasons[" + i + "]", sent.get(i), CODE);
            if (code != null) codes.add(coded("reasons[" + i + "]", "reasons", code));
        }
        return List.copyOf(new LinkedHashSet<>(codes));
    }

    private @Nullable Consent consent(@Nullable ConsentRequest sent, boolean safeguarding, Instant occurredAt) {
        if (sent == null) {
            invalid.check(safeguarding, "consent", "required", "The person's consent is required, unless it is a safeguarding referral.");
            return null;
        }
        var at = Moment.read(invalid, "consent.at", sent.at(), now);
        var how = sent.how() == null || sent.how().isBlank() ? "not-stated" : coded("consent.how", CONSENT_HOW, sent.how());
        if (!Boolean.TRUE.equals(sent.given())) {
            invalid.check(safeguarding, "consent.given", "not-given", "Without consent only a safeguarding referral can be made.");
            return null;
        }
        return new Consent(how, at == null ? occurredAt : at);
    }

    /** Who is a child on the day cannot simply be taken to consent for themselves: it is said who did. */
    private @Nullable String consentBy(@Nullable ConsentRequest sent, @Nullable Identity identity, LocalDate on) {
        if (sent == null || !Boolean.TRUE.equals(sent.given())) return null;
        if (sent.by() != null && !sent.by().isBlank()) return coded("consent.by", CONSENT_BY, sent.by());
        boolean child = identity != null && !identity.birthDate().isAfter(on) && identity.birthDate().plusYears(ADULT).isAfter(on);
        invalid.check(!child, "consent.by", "required", "The person is under 18: who consented, one of the code list '" + CONSENT_BY + "'.");
        return null;
    }

    private Characteristics characteristics(Identity identity, LocalDate on) {
        var bands = reference.codeList("age-band").map(list -> list.codes().keySet()).orElse(Set.of());
        return new Characteristics(AgeBands.of(identity.birthDate(), on, bands), identity.gender(), identity.ethnicity());
    }

    private String coded(String field, String list, String code) {
        invalid.check(reference.hasCode(list, code), field, "unknown-code", "This is not in the code list '" + list + "'.");
        return code;
    }
}
