package org.kith.referral.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LinkageKeyTest {

    @Test
    void a_pseudonym_is_the_hmac_that_anybody_with_the_key_can_compute() {
        var key = LinkageKey.of("what do ya want for nothing?".getBytes(StandardCharsets.UTF_8));
        // by openssl dgst -sha256 -hmac "what do ya want for nothing?" of 9990000018
        assertThat(key.pseudonym("9990000018")).isEqualTo("ac9b5d2bec680a22249e1763590b8cc43ed346dbe9b8a55a06ad1c0aa1f891e9");
        assertThat(key.pseudonym("9990000026")).isNotEqualTo(key.pseudonym("9990000018"));
        assertThat(key).hasToString("LinkageKey[…]");
    }

    @Test
    void a_key_has_thirty_two_to_sixty_four_bytes() {
        assertThat(LinkageKey.read(Base64.getEncoder().encodeToString(new byte[31]))).isEmpty();
        assertThat(LinkageKey.read(Base64.getEncoder().encodeToString(new byte[65]))).isEmpty();
        assertThat(LinkageKey.read("not base64!")).isEmpty();
        var generated = LinkageKey.generated();
        assertThat(LinkageKey.read(generated.base64()).orElseThrow().pseudonym("9990000018")).isEqualTo(generated.pseudonym("9990000018"));
    }
}
