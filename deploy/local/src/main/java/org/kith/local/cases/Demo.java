package org.kith.local.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.kith.local.client.GatewayClient;
import org.kith.local.client.GatewayClient.Answer;
import org.kith.local.platform.Platform;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** One real case of each kind, the requests that it makes, and what each programme's report says before and after. */
public final class Demo {

    private static final List<String> PROGRAMMES = List.of("clics", "improving-lives", "sird-2021", "norfolk-living-well", "croydon-abcd");
    /** Its reports are not rounded: it answers for the programmes. */
    private static final String READER = "programme-manager";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;
    private final Terminal terminal;

    public Demo(Platform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    public void run() {
        try (var client = new GatewayClient(platform.gateway(), platform.around().issuer(), platform.realm())) {
            Holders.fill(client, platform.around().programmes(), LocalDate.now(ZoneOffset.UTC).minusYears(1));
            var before = reports(client, Instant.EPOCH);
            play(client);
            var after = reports(client, Instant.now());
            for (var i = 0; i < PROGRAMMES.size(); i++) show(before.get(i), after.get(i));
        }
    }

    private void play(GatewayClient client) {
        var random = new Random();
        var cases = new Cases(client, (who, method, path, body, answer) -> show(who, method, path, client.text(body), answer), "demo-" + Long.toHexString(random.nextLong()),
                random);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        terminal.heading("A partner refers somebody, who is supported");
        cases.support(cases.referral("norfolk-living-well", "coastal", now.minus(Duration.ofDays(5))), now.minus(Duration.ofDays(4)), 2, true);
        terminal.heading("A practice's system refers somebody by a signed delivery");
        var practice = platform.practices().entrySet().iterator().next();
        cases.delivery("norfolk-living-well", practice.getKey(), practice.getValue().secret(), now.minus(Duration.ofDays(1)));
        terminal.heading("A volunteer is trained, with well-being measured before and after");
        var volunteer = cases.volunteer("clics", "CP4", now.minus(Duration.ofDays(20)));
        cases.wellBeing("clics", "CP4", volunteer, now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(1)));
        terminal.heading("A group is formed and supported, and a case study written");
        cases.group("clics", "CP5", "Sample walking group", now.minus(Duration.ofDays(10)), now.minus(Duration.ofDays(2)));
        cases.caseStudy("clics", "CP5", "community-development", now.minus(Duration.ofDays(1)));
        terminal.heading("An organisation is identified and gets a grant");
        var organisation = cases.organisation("improving-lives", "locality-1", "Sample association " + Integer.toHexString(random.nextInt()), now.minus(Duration.ofDays(3)));
        cases.grant(Funds.in(platform.around().programmes()), "improving-lives", organisation, 150_000, now.minus(Duration.ofDays(1)));
        terminal.heading("Somebody is referred in Scotland; neighbours form a group in Croydon");
        cases.support(cases.referral("sird-2021", "scotland", now.minus(Duration.ofDays(3))), now.minus(Duration.ofDays(2)), 1, false);
        cases.group("croydon-abcd", "croydon", "Sample neighbours", now.minus(Duration.ofDays(6)), now.minus(Duration.ofDays(1)));
    }

    private void show(String who, String method, String path, String body, Answer answer) {
        terminal.line("  " + terminal.bold(method + " " + path) + "  as " + who + " → " + answer.status());
        terminal.wrapped(4, body.replace(",\"", ", \""));
        var made = answer.location().replace(platform.gateway(), "");
        if (!made.isEmpty() && !made.equals(path)) terminal.line("    → " + made);
    }

    /** Every programme's report, in their order, once it counts everything up to {@code through}. */
    private List<JsonNode> reports(GatewayClient client, Instant through) {
        var reports = new ArrayList<JsonNode>();
        var deadline = Instant.now().plus(PATIENCE);
        for (var programme : PROGRAMMES) {
            var report = report(client, programme);
            while (projectedThrough(report).isBefore(through) && Instant.now().isBefore(deadline)) {
                RunningProcess.pause(Duration.ofMillis(200));
                report = report(client, programme);
            }
            reports.add(report);
        }
        return reports;
    }

    private static JsonNode report(GatewayClient client, String programme) {
        var answer = client.get(READER, "/api/programmes/" + programme + "/report");
        if (answer.status() != 200) throw new StartFailed("the report of " + programme + " was refused (" + answer.status() + "): " + answer.response().body());
        return answer.body();
    }

    private static Instant projectedThrough(JsonNode report) {
        var moment = report.path("projectedThrough").asText("");
        return moment.isEmpty() || moment.equals("null") ? Instant.EPOCH : Instant.parse(moment);
    }

    private void show(JsonNode before, JsonNode after) {
        terminal.heading(after.path("name").asText() + ", " + after.path("period").path("from").asText() + " to " + after.path("period").path("to").asText());
        var earlier = values(before);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "rows", "indicator", "before", "after", "target"));
        var silent = 0;
        for (var indicator : after.path("indicators")) {
            var was = earlier.getOrDefault(indicator.path("id").asText(), "-");
            var is = value(indicator);
            if (is.equals("-") && was.equals("-")) {
                silent++;
                continue;
            }
            rows.add(List.of(was.equals(is) ? "" : "→", join(indicator.path("rows")), indicator.path("says").asText(), was, is,
                    indicator.path("target").path("stated").asText("no target set")));
        }
        terminal.table(rows);
        if (silent > 0) terminal.line("  " + terminal.faint(silent + " more indicators have no number yet"));
    }

    private static Map<String, String> values(JsonNode report) {
        var values = new LinkedHashMap<String, String>();
        report.path("indicators").forEach(indicator -> values.put(indicator.path("id").asText(), value(indicator)));
        return values;
    }

    private static String value(JsonNode indicator) {
        var value = indicator.path("value");
        if (value.isNull() || value.isMissingNode()) return "-";
        var text = value.isNumber() ? NumberFormat.getInstance(Locale.UK).format(value.decimalValue()) : value.asText();
        return indicator.path("unit").asText().equals("GBP") ? "£" + text : text;
    }

    private static String join(JsonNode texts) {
        var all = new ArrayList<String>();
        texts.forEach(text -> all.add(text.asText()));
        return String.join(" ", all);
    }
}
