package org.kith.referral.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest(name = "{0} {1} is {2} {3}")
    @CsvSource(textBlock = """
            Anne-Marie, Testcase,      ANNE MARIE, TESTCASE
            Zoë,        O'Testcase,    Zoe,        O’TESTCASE
            Łukasz,     Testcase,      Lukasz,     Testcase
            Jörg,       Testcaße,      Jorg,       Testcasse
            Testcase,   Wilhelmina,    Wilhelmina, Testcase
            """)
    void how_a_name_is_written_does_not_matter(String given, String family, String sameGiven, String sameFamily) {
        assertThat(of(given, family, "1947-05-12", null)).isEqualTo(of(sameGiven, sameFamily, "1947-05-12", null));
    }

    @Test
    void another_name_or_birth_date_is_another_likeness() {
        var one = of("Wilhelmina", "Testcase", "1947-05-12", null).nameAndBirthDate();
        assertThat(of("Wilhelmine", "Testcase", "1947-05-12", null).nameAndBirthDate()).isNotEqualTo(one);
        assertThat(of("Wilhelmina", "Testcase", "1947-12-05", null).nameAndBirthDate()).isNotEqualTo(one);
        assertThat(of("Wilhelm", "Inatestcase", "1947-05-12", null).nameAndBirthDate()).isNotEqualTo(one);
    }

    @Test
    void no_fixed_abode_is_nothing_to_have_in_common() {
        assertThat(of("Wilhelmina", "Testcase", "1947-05-12", "ZZ99 3VZ").postcode()).isNull();
        assertThat(of("Wilhelmina", "Testcase", "1947-05-12", "PE36 5DN").postcode()).isEqualTo("PE36 5DN");
    }

    private static Likeness of(String given, String family, String birthDate, @Nullable String postcode) {
        return Likeness.of(new Identity(null, null, given, family, LocalDate.parse(birthDate), postcode, "not-asked", "not-asked", null, null));
    }
}
