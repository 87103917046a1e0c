package org.kith.volunteer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificateNumberTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void is_read_as_people_type_it() {
        var number = CertificateNumber.of(0x1_0000_0000L);
        assertThat(number.text()).matches("KV-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]");
        assertThat(CertificateNumber.read(number.text())).contains(number);
        assertThat(CertificateNumber.read(" " + number.text().toLowerCase().replace("-", " "))).contains(number);
        assertThat(CertificateNumber.read(number.text().replace('0', 'o'))).contains(number);
    }

    @Test
    void every_single_wrong_character_is_seen() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var text = CertificateNumber.of(random.nextLong()).text();
            for (int i = 3; i < text.length(); i++) {
                if (text.charAt(i) == '-') continue;
                for (char wrong : ALPHABET.toCharArray()) {
                    var changed = text.substring(0, i) + wrong + text.substring(i + 1);
                    if (wrong != text.charAt(i)) assertThat(CertificateNumber.read(changed)).as("seed %d: %s", seed, changed).isEmpty();
                }
            }
        }
    }

    @Test
    void is_nothing_else() {
        assertThat(CertificateNumber.read("")).isEmpty();
        assertThat(CertificateNumber.read("KV")).isEmpty();
        assertThat(CertificateNumber.read("K".repeat(1000))).isEmpty();
        assertThatThrownBy(() -> new CertificateNumber("KV-UUUUU-00000-0")).isInstanceOf(IllegalArgumentException.class);
    }
}
