package org.kith.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final UUID PERSON = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");
    private static final UUID ROW = UUID.fromString("0199aaaa-0000-7000-8000-00000000000a");
    private static final UUID ELSEWHERE = UUID.fromString("0199aaaa-0000-7000-8000-00000000000b");
    private static final byte[] SECRET = "Wilhelmina Testcase".getBytes(UTF_8);

    private final String oldKeys = VaultKeys.generate("k1");
    private final Vault vault = new Vault(VaultKeys.parse(oldKeys));

    VaultTest() throws IOException {}

    @Test
    void opens_what_it_sealed_with_the_key_as_it_was_stored() {
        var key = vault.newKey(PERSON);
        var sealed = key.seal(ROW, SECRET);
        assertThat(vault.open(PERSON, key.wrapped()).open(ROW, sealed)).isEqualTo(SECRET);
    }

    @Test
    void seals_the_same_content_differently_each_time_and_shows_none_of_it() {
        var key = vault.newKey(PERSON);
        var once = key.seal(ROW, SECRET);
        assertThat(once).isNotEqualTo(key.seal(ROW, SECRET));
        assertThat(new String(once, UTF_8)).doesNotContain("Wilhelmina");
    }

    @Test
    void refuses_sealed_bytes_that_were_moved_to_another_row_or_person() {
        var sealed = vault.newKey(PERSON).seal(ROW, SECRET);
        var key = vault.newKey(PERSON);
        var own = key.seal(ROW, SECRET);
        assertThatThrownBy(() -> key.open(ELSEWHERE, own)).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> key.open(ROW, sealed)).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> vault.open(ELSEWHERE, key.wrapped())).isInstanceOf(VaultException.class);
    }

    @Test
    void refuses_bytes_that_were_altered_or_cut_wherever_it_happened() {
        var key = vault.newKey(PERSON);
        var sealed = key.seal(ROW, SECRET);
        for (int at = 0; at < sealed.length; at++) {
            var altered = sealed.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> key.open(ROW, altered)).isInstanceOf(VaultException.class);
        }
        assertThatThrownBy(() -> key.open(ROW, new byte[] {1, 2})).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> key.open(ROW, new byte[0])).isInstanceOf(VaultException.class);
    }

    @Test
    void a_rewrapped_key_opens_what_was_sealed_before_and_needs_the_old_key_encryption_key_no_more() throws IOException {
        var key = vault.newKey(PERSON);
        var sealed = key.seal(ROW, SECRET);
        var fresh = VaultKeys.generate("k2").lines().filter(line -> line.startsWith("key.k2")).findFirst().orElseThrow();
        var both = oldKeys.replace("current=k1", "current=k2") + fresh;

        var rotated = new Vault(VaultKeys.parse(both));
        assertThat(rotated.isCurrent(key.wrapped())).isFalse();
        var rewrapped = rotated.rewrap(PERSON, key.wrapped());
        assertThat(rotated.isCurrent(rewrapped)).isTrue();

        var withoutOld = new Vault(VaultKeys.parse(both.replaceAll("(?m)^key\\.k1=.*$", "")));
        assertThat(withoutOld.open(PERSON, rewrapped).open(ROW, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> withoutOld.open(PERSON, key.wrapped()))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("'k1'");
    }

    @Test
    void hashes_depend_on_key_kind_and_value() throws IOException {
        var hash = vault.hash("nhs-number", "9990000018");
        assertThat(hash).hasSize(32).isEqualTo(vault.hash("nhs-number", "9990000018"));
        assertThat(hash).isNotEqualTo(vault.hash("chi-number", "9990000018"));
        assertThat(hash).isNotEqualTo(vault.hash("nhs-number", "9990000026"));
        assertThat(hash).isNotEqualTo(new Vault(VaultKeys.parse(VaultKeys.generate("k1"))).hash("nhs-number", "9990000018"));
    }

    @Test
    void shows_no_key_as_text() {
        var key = vault.newKey(PERSON);
        assertThat(key.toString() + key.wrapped()).isEqualTo("PersonKey[" + PERSON + "]WrappedKey[k1]");
    }
}
