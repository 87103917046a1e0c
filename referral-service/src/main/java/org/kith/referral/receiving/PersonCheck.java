package org.kith.referral.receiving;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.referral.people.AgeBands;
import org.kith.referral.people.ChiNumber;
import org.kith.referral.people.Identity;
import org.kith.referral.people.NhsNumber;
import org.kith.referral.people.Postcode;
import org.kith.referral.people.Reaching;
import org.kith.referral.receiving.ReferralRequest.PersonRequest;
import org.kith.web.problem.Invalid;

/** Checks who is referred. */
final class PersonCheck {
    private static final int NAME = 100;
    private static final int OLDEST = 125;

    private final Reference reference;
    private final @Nullable String programme;
    private final Invalid invalid;

    /** @param programme to which they are referred, whose lists hold */
    PersonCheck(Reference reference, @Nullable String programme, Invalid invalid) {
        this.reference = reference;
        this.programme = programme;
        this.invalid = invalid;
    }

    /** Null when a field that is always there is absent or wrong; every fault is noted. */
    @Nullable
    Identity identity(@Nullable PersonRequest sent, LocalDate today) {
        if (sent == null) invalid.add("person", "required", "This is required.");
        var person = sent == null ? PersonRequest.EMPTY : sent;
        var nhsNumber = read("nhsNumber", person.nhsNumber(), NhsNumber::read, "An NHS number has ten digits, the last of which checks the others.");
        var chiNumber = read("chiNumber", person.chiNumber(), ChiNumber::read, "A CHI number has ten digits: a birth date, and a last digit that checks the others.");
        var givenName = sent == null ? null : invalid.required("person.givenName", person.givenName(), NAME);
        var familyName = sent == null ? null : invalid.required("person.familyName", person.familyName(), NAME);
        var birthDate = sent == null ? null : birthDate(person.birthDate(), today);
        var postcode = read("postcode", person.postcode(), Postcode::read, "A UK postcode, or ZZ99 3VZ for no fixed abode.");
        var gender = code("gender", person.gender());
        var ethnicity = code("ethnicity", person.ethnicity());
        var phone = matching("phone", person.phone(), 30, Reaching.PHONE, "Digits, spaces and + ( ) . / - only.");
        var email = matching("email", person.email(), 254, Reaching.EMAIL, "An address as name@example.org.");
        if (givenName == null || familyName == null || birthDate == null) return null;
        return new Identity(
                nhsNumber == null ? null : nhsNumber.digits(),
                chiNumber == null ? null : chiNumber.digits(),
                givenName, familyName, birthDate,
                postcode == null ? null : postcode.text(),
                gender, ethnicity, phone, email);
    }

    private @Nullable LocalDate birthDate(@Nullable String text, LocalDate today) {
        if (invalid.required("person.birthDate", text, 10) == null) return null;
        var date = invalid.date("person.birthDate", text);
        if (date == null) return null;
        if (!invalid.check(!date.isAfter(today), "person.birthDate", "in-the-future", "This is in the future.")) return null;
        boolean alive = date.isAfter(today.minusYears(OLDEST));
        return invalid.check(alive, "person.birthDate", "too-long-ago", "Nobody lives that long.") ? date : null;
    }

    private String code(String list, @Nullable String value) {
        if (value == null || value.isBlank()) return AgeBands.NOT_ASKED;
        var whose = reference.listOf(programme, list);
        invalid.check(reference.hasCode(whose, value), "person." + list, "unknown-code", "This is not in the code list '" + whose + "'.");
        return value;
    }

    private <T> @Nullable T read(String field, @Nullable String value, Function<String, Optional<T>> reader, String message) {
        if (value == null || value.isBlank()) return null;
        var read = value.length() > 20 ? Optional.<T>empty() : reader.apply(value.strip());
        invalid.check(read.isPresent(), "person." + field, "invalid", message);
        return read.orElse(null);
    }

    private @Nullable String matching(String field, @Nullable String value, int most, Pattern pattern, String message) {
        var text = invalid.optional("person." + field, value, most);
        if (text != null) invalid.check(pattern.matcher(text).matches(), "person." + field, "invalid", message);
        return text;
    }
}
