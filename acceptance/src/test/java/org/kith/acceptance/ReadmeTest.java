package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the README tells a newcomer to type does what it says. */
class ReadmeTest {
    private static final String MARK = "<!-- walk-through";
    private static final String FENCE = "```";

    @Test
    void the_walk_through_goes_from_a_token_to_the_report() throws IOException, InterruptedException {
        var platform = Platform.started();
        var script = Files.createTempFile("walk-through", ".sh");
        Files.writeString(script, "set -euo pipefail\n" + walkThrough());
        var shell = Platform.inRoot("bash", script.toString());
        shell.environment().put("KITH", platform.gateway());
        var process = shell.start();
        var printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        Files.delete(script);

        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(printed).contains("201 Created", "norfolk-living-well", "referrals-received").doesNotContain("application/problem+json");
    }

    private static String walkThrough() throws IOException {
        var readme = Files.readString(Platform.ROOT.resolve("README.md"));
        var from = readme.indexOf(FENCE + "sh", readme.indexOf(MARK)) + FENCE.length() + 2;
        return readme.substring(from, readme.indexOf(FENCE, from));
    }
}
