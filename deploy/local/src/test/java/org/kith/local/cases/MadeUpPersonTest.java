package org.kith.local.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MadeUpPersonTest {

    @Test
    void has_a_number_of_the_range_for_tests_with_its_right_check_digit() {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++) {
            var number = MadeUpPerson.nhsNumber(random);
            assertThat(number).matches("999[0-9]{7}");
            var sum = 0;
            for (var place = 0; place < 9; place++) sum += (10 - place) * (number.charAt(place) - '0');
            assertThat((11 - sum % 11) % 11).isEqualTo(number.charAt(9) - '0');
        }
    }

    @Test
    void is_the_same_for_the_same_seed() {
        assertThat(MadeUpPerson.referred(new Random(7))).isEqualTo(MadeUpPerson.referred(new Random(7)));
    }

    @Test
    void deliveries_are_signed_as_the_standard_s_own_example_is() {
        var signature = Cases.sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
