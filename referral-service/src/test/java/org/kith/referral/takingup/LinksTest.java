package org.kith.referral.takingup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Links.Link LINK = new Links.Link(UUID.fromString("0199aaaa-0000-7000-8000-000000000001"), 7, Instant.parse("2026-09-01T10:00:00Z"));

    private final Links links = new Links(with("k".repeat(32)));

    @Test
    void opens_to_what_was_sealed_which_cannot_be_read_from_it() {
        var text = links.seal(LINK);
        assertThat(text).matches("[A-Za-z0-9_-]{80}").isNotEqualTo(links.seal(LINK));
        assertThat(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1)).doesNotContain("\u0001\u0099\u00aa\u00aa");
        assertThat(links.open(text)).contains(LINK);
    }

    @Test
    void opens_with_no_other_key_and_not_once_changed_cut_or_made_up() {
        var text = links.seal(LINK);
        assertThat(new Links(with("o".repeat(32))).open(text)).isEmpty();
        for (int place = 0; place < text.length(); place++)
            assertThat(links.open(text.substring(0, place) + (text.charAt(place) == 'A' ? 'B' : 'A') + text.substring(place + 1))).as("changed at " + place).isEmpty();
        assertThat(links.open(text.substring(1))).isEmpty();
        assertThat(links.open(text + "A")).isEmpty();
        assertThat(links.open("A".repeat(80))).isEmpty();
        assertThat(links.open("")).isEmpty();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new Links(with("short"))).isInstanceOf(IllegalArgumentException.class);
    }

    static LinkSettings with(String key) {
        return new LinkSettings() {
            @Override
            public String key() {
                return Base64.getEncoder().encodeToString(key.getBytes());
            }

            @Override
            public Duration goodFor() {
                return Duration.ofDays(1);
            }
        };
    }
}
