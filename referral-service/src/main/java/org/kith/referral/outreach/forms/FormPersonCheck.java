package org.kith.referral.outreach.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.referral.outreach.entries.EntryCheck;
import org.kith.referral.outreach.forms.FirstContactFormRequest.PersonRequest;
import org.kith.referral.people.NhsNumber;
import org.kith.referral.people.Postcode;
import org.kith.referral.people.Reaching;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.Invalid;

/** Checks who a form is of. */
final class FormPersonCheck {
    private static final int NAME = 100;

    private final EntryCheck check;
    private final Invalid invalid;
    private final Instant at;

    FormPersonCheck(EntryCheck check, Instant at) {
        this.check = check;
        this.invalid = check.invalid();
        this.at = at;
    }

    /** Null when a field that is always there is absent or wrong; every fault is noted. */
    @Nullable
    FormPerson person(PersonRequest sent) {
        var givenName = invalid.required("person.givenName", sent.givenName(), NAME);
        var familyName = invalid.required("person.familyName", sent.familyName(), NAME);
        var consent = check.code("person.consent", "consent-how", sent.consent());
        var nhsNumber = read("nhsNumber", sent.nhsNumber(), NhsNumber::read, "An NHS number has ten digits, the last of which checks the others.");
        var postcode = read("postcode", sent.postcode(), Postcode::read, "A UK postcode, or ZZ99 3VZ for no fixed abode.");
        var birthDate = sent.birthDate() == null ? null : birthDate(sent.birthDate());
        var phone = matching("phone", sent.phone(), 30, Reaching.PHONE, "Digits, spaces and + ( ) . / - only.");
        var email = matching("email", sent.email(), 254, Reaching.EMAIL, "An address as name@example.org.");
        if (givenName == null || familyName == null) return null;
        return new FormPerson(
                givenName, familyName, nhsNumber == null ? null : nhsNumber.digits(), birthDate, postcode == null ? null : postcode.text(), phone, email,
                consent);
    }

    private @Nullable LocalDate birthDate(String sent) {
        var date = Shapes.day(invalid, "person.birthDate", sent);
        if (date == null) return null;
        boolean born = !date.isAfter(LocalDate.ofInstant(at, Shapes.LONDON));
        return invalid.check(born, "person.birthDate", "in-the-future", "This is after the day of the form.") ? date : null;
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
