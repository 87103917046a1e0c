package org.kith.referral.cancelling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.people.AgeBands;
import org.kith.referral.people.ChiNumber;
import org.kith.referral.people.Identity;
import org.kith.referral.people.NhsNumber;
import org.kith.referral.receiving.ReferralRequest.PersonRequest;

/**
 * Which referral a message means: by its id, else by the sender's own reference for the person, as both were said when it was referred.
 *
 * @param person who is known to the sender under the reference; a number, else name and birth date
 */
public record NamedReferral(@Nullable UUID referral, @Nullable String programme, @Nullable String reference, @Nullable PersonRequest person) {
    private static final int NUMBER = 20;

    /** Whether it says which one in either way. */
    boolean saysWhich() {
        return referral != null || programme != null && reference != null && person != null;
    }

    /** Empty for who is not told well enough: then no referral was made of them. */
    Optional<Identity> who() {
        if (person == null) return Optional.empty();
        var nhsNumber = number(person.nhsNumber()).flatMap(NhsNumber::read).map(NhsNumber::digits).orElse(null);
        var chiNumber = number(person.chiNumber()).flatMap(ChiNumber::read).map(ChiNumber::digits).orElse(null);
        var givenName = text(person.givenName());
        var familyName = text(person.familyName());
        var birthDate = birthDate(person.birthDate());
        boolean known = nhsNumber != null || chiNumber != null || !givenName.isEmpty() && !familyName.isEmpty() && !birthDate.equals(LocalDate.EPOCH);
        if (!known) return Optional.empty();
        return Optional.of(new Identity(nhsNumber, chiNumber, givenName, familyName, birthDate, null, AgeBands.NOT_ASKED, AgeBands.NOT_ASKED, null, null));
    }

    private static Optional<String> number(@Nullable String sent) {
        return Optional.ofNullable(sent).map(String::strip).filter(text -> text.length() <= NUMBER);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    private static LocalDate birthDate(@Nullable String sent) {
        try {
            return sent == null ? LocalDate.EPOCH : LocalDate.parse(sent);
        } catch (DateTimeException e) {
            return LocalDate.EPOCH;
        }
    }

    /** Says nothing of the person, so that nothing of them can end up in a log. */
    @Override
    public String toString() {
        return "NamedReferral[…]";
    }
}
