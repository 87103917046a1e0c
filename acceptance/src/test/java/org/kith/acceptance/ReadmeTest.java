package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README tells a newcomer to type does what it says. */
class ReadmeTest {
    private static final String MARK = "<!-- walk-through";
    private static final String FENCE = "```";
    private static final String ANSWER = "#> ";
    /** To a place in the repository; a part of a page is not looked for. */
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

    @Test
    void the_walk_through_goes_from_a_token_to_the_report() throws IOException, InterruptedException {
        var platform = Platform.started();
        var script = Files.createTempFile("walk-through", ".sh");
        Files.writeString(script, "set -euo pipefail\n" + walkThrough());
        var shell = Platform.inRoot("bash", script.toString());
        shell.environment().put("KITH", platform.gateway());
        // a newcomer's second terminal: it knows nothing of what the first one chose
        shell.environment().keySet().removeIf(name -> name.startsWith("KITH_PORT_"));
        var process = shell.start();
        var printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        Files.delete(script);

        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(printed).contains("201 Created", "norfolk-living-well", "referrals-received").doesNotContain("application/problem+json");
        var shown = walkThrough().lines().filter(line -> line.startsWith(ANSWER)).map(line -> line.substring(ANSWER.length())).toList();
        assertThat(shown).isNotEmpty().allSatisfy(line -> assertThat(printed).containsPattern(pattern(line)));
    }

    @Test
    void every_link_of_the_documents_leads_to_a_file() throws IOException {
        try (var documents = Files.walk(Platform.ROOT.resolve("docs"))) {
            var all = Stream.concat(documents, Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "programmes/README.md").map(Platform.ROOT::resolve))
                    .filter(document -> document.toString().endsWith(".md")).toList();
            assertThat(all).hasSizeGreaterThan(20);
            for (var document : all)
                for (var link : LINK.matcher(Files.readString(document)).results().map(found -> found.group(1)).toList())
                    assertThat(document.resolveSibling(link)).as("linked in " + document).exists();
        }
    }

    /** A line of an answer, with {@code …} for what differs each time. */
    private static Pattern pattern(String line) {
        return Pattern.compile(Stream.of(line.split("…")).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static String walkThrough() throws IOException {
        var readme = Files.readString(Platform.ROOT.resolve("README.md"));
        var from = readme.indexOf(FENCE + "sh", readme.indexOf(MARK)) + FENCE.length() + 2;
        return readme.substring(from, readme.indexOf(FENCE, from));
    }
}
