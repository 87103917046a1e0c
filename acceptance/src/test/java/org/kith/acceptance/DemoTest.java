package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody sees who tries {@code ./kith demo}. */
class DemoTest {
    private static final List<String> DOORS = List.of(
            "POST /api/referrals", "POST /webhooks/practices/", "POST /api/volunteers", "POST /api/measures", "POST /api/groups", "POST /api/case-studies", "/grants");
    private static final List<String> PROGRAMMES = List.of("CLICS", "Improving Lives", "Support in the Right Direction", "Norfolk Living Well", "Croydon");
    private static final Pattern RECEIVED = Pattern.compile("→\\s+D10\\s+Referrals received\\s+(\\d+)\\s+(\\d+)");

    static {
        Platform.started();
    }

    @Test
    void shows_each_request_and_what_it_did_to_each_programme_as_often_as_it_is_played() {
        Platform.kith("demo");
        var shown = Platform.kith("demo");
        assertThat(shown).contains(DOORS).contains(PROGRAMMES).contains("\"givenName\":").doesNotContain("\u001B");
        assertThat(shown.lines()).as("fits a terminal").allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        var received = RECEIVED.matcher(shown);
        assertThat(received.find()).isTrue();
        assertThat(Long.parseLong(received.group(2))).isEqualTo(Long.parseLong(received.group(1)) + 2);
    }
}
