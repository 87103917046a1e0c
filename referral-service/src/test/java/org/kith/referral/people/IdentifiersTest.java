package org.kith.referral.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "943-476-5919", "9990000018", "9990000026"})
    void an_nhs_number_with_the_right_check_digit_is_read(String written) {
        assertThat(NhsNumber.read(written)).get().extracting(NhsNumber::digits).asString().matches("[0-9]{10}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "3478526985", "9434765918", "943476591", "94347659190", "9999999999", "0000000000", "943476591x", "9434 765919", "", " ",
            "９４３４７６５９１９"
    })
    void an_nhs_number_that_cannot_be_right_is_not_read(String written) {
        assertThat(NhsNumber.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101010001", "1205471235", "1503622347", "150362 2347"})
    void a_chi_number_that_begins_with_a_day_and_ends_with_its_check_digit_is_read(String written) {
        assertThat(ChiNumber.read(written)).get().extracting(ChiNumber::digits).asString().matches("[0-9]{10}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
            "0101010004, the check digit is another",
            "3102990002, there is no 31 February",
            "2902010001, neither 1901 nor 2001 had a 29 February",
            "010101000x, that is no digit",
            "010101001, too short"
    })
    void a_chi_number_that_cannot_be_right_is_not_read(String written, String why) {
        assertThat(ChiNumber.read(written)).as(why).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
            "PE36 5DN, PE36 5DN", "pe365dn, PE36 5DN", "IP241JD, IP24 1JD", "GIR0AA, GIR 0AA", "W1A 0AX, W1A 0AX", "M1 1AE, M1 1AE",
            "EC1A 1BB, EC1A 1BB", "ML1 1AA, ML1 1AA", "ZZ99 3VZ, ZZ99 3VZ", "zz993vz, ZZ99 3VZ"
    })
    void a_postcode_is_kept_in_capitals_with_one_space(String written, String kept) {
        assertThat(Postcode.read(written)).contains(new Postcode(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PE36", "PE36 5D", "PE36  5DN", "QE36 5DN", "PE36 5CN", "ZZ99 3AA", "ZZ99 3V", "12345", "PE36 5DN1"})
    void what_is_no_postcode_is_not_read(String written) {
        assertThat(Postcode.read(written)).isEmpty();
    }

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource({
            "2010-03-02, 2026-03-01, 0-15", "2010-03-02, 2026-03-02, 16-24", "1941-03-02, 2026-03-01, 75-84",
            "1941-03-02, 2026-03-02, 85-over", "1925-01-01, 2026-03-02, 85-over", "2026-03-02, 2026-03-02, 0-15"
    })
    void an_age_falls_into_the_band_of_completed_years(LocalDate born, LocalDate on, String band) {
        var codes = List.of("0-15", "16-24", "25-34", "75-84", "85-over", "prefer-not-to-say", "not-asked");
        assertThat(AgeBands.of(born, on, codes)).isEqualTo(band);
    }
}
