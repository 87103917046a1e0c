package org.kith.local.cases;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kith.local.client.GatewayClient;
import org.kith.local.client.GatewayClient.Answer;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;

/**
 * One case after another, each a few requests. What is made up is drawn from {@code random}; the same seed and the same
 * keys make the same requests, so that playing a case again changes nothing.
 */
final class Cases {

    /** Told of each request and its answer. */
    interface Heard {

        void request(String who, String method, String path, Object body, Answer answer);
    }

    private static final Set<String> IN_SCOTLAND = Set.of("improving-lives", "sird-2021");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> REASONS = List.of("social-isolation", "mental-health", "debt", "housing", "employment", "long-term-condition", "bereavement", "caring",
            "healthy-living");
    private static final List<String> SOURCES = List.of("primary-care", "adult-social-care", "community-connector", "social-prescriber", "voluntary-sector", "self");
    private static final List<String> MODES = List.of("face-to-face", "phone", "video", "email");

    private final GatewayClient client;
    private final Heard heard;
    private final String series;
    private final RandomGenerator random;
    private final Instant patientUntil = Instant.now().plusSeconds(15);
    private int requests;

    /** @param series of the idempotency keys; a case of its own has one of its own */
    Cases(GatewayClient client, Heard heard, String series, RandomGenerator random) {
        this.client = client;
        this.heard = heard;
        this.series = series;
        this.random = random;
    }

    /** A partner refers somebody. Returns the referral's address. */
    String referral(String programme, String area, Instant at) {
        var body = referralBody(programme, at);
        body.put("area", area);
        return path(post("partner", "/api/referrals", "", body).location());
    }

    /** A practice's system refers somebody by a signed delivery. Returns the referral's address. */
    String delivery(String programme, String practice, String secret, Instant at) {
        var data = referralBody(programme, at);
        data.put("source", "primary-care");
        data.put("practice", practice);
        var body = client.text(Map.of("type", "referral.requested", "timestamp", at.toString(), "data", data));
        var id = "msg_" + key();
        var sent = Long.toString(Instant.now().getEpochSecond());
        var path = "/webhooks/practices/" + practice;
        var answer = client.send(client.request(path).header("Content-Type", "application/json").header("webhook-id", id).header("webhook-timestamp", sent)
                .header("webhook-signature", sign(secret, id + "." + sent + "." + body)).POST(BodyPublishers.ofString(body)));
        heard.request(practice, "POST", path, data, answer);
        return path(expect(path, answer).location());
    }

    /** Accepts and allocates a referral, holds some contacts, signposts the person and, if so wished, closes it. */
    void support(String referral, Instant from, int contacts, boolean close) {
        var version = post("coordinator", referral + "/accept", version(referral), Map.of("occurredAt", from.toString())).version();
        version = post("coordinator", referral + "/allocate", version, Map.of("occurredAt", from.plusSeconds(3_600).toString())).version();
        for (var i = 1; i <= contacts; i++)
            version = post("worker", referral + "/contacts", version,
                    Map.of("mode", MadeUpPerson.pick(random, MODES), "minutes", random.nextInt(15, 75), "occurredAt", from.plusSeconds(i * 90_000L).toString())).version();
        version = post("worker", referral + "/signposts", version,
                Map.of("kind", "group", "destination", "walking-group", "occurredAt", from.plusSeconds(contacts * 90_000L + 600).toString())).version();
        if (close) post("worker", referral + "/close", version, Map.of("outcome", "goals-met", "occurredAt", from.plusSeconds(contacts * 90_000L + 90_000).toString()));
    }

    void decline(String referral, Instant at) {
        post("coordinator", referral + "/decline", version(referral), Map.of("reason", "person-declined", "occurredAt", at.toString()));
    }

    /** A volunteer is recruited and completes what makes them trained. Returns the volunteer's id. */
    String volunteer(String programme, String area, Instant at) {
        var address = path(post("coordinator", "/api/volunteers", "", Map.of("programme", programme, "area", area, "source", "social-prescriber",
                "givenName", MadeUpPerson.givenName(random), "familyName", MadeUpPerson.familyName(random), "occurredAt", at.toString())).location());
        var days = 1;
        for (var module : List.of("rsph-level-1", "mecc", "mental-health-awareness"))
            post("coordinator", address + "/modules", "", Map.of("kind", module, "occurredAt", at.plusSeconds(86_400L * days++).toString()));
        post("coordinator", address + "/modules", "", Map.of("kind", "needs-led", "module", "first-aid", "occurredAt", at.plusSeconds(86_400L * days).toString()));
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A volunteer's well-being before and after, by SWEMWBS. */
    void wellBeing(String programme, String area, String volunteer, Instant before, Instant after) {
        measure(programme, area, volunteer, "baseline", List.of(3, 2, 3, 3, 3, 2, 3), before);
        measure(programme, area, volunteer, "follow-up", List.of(4, 3, 4, 4, 3, 4, 4), after);
    }

    /** A group is formed and then supported. */
    void group(String programme, String area, String name, Instant formed, Instant supported) {
        var address = path(post("coordinator", "/api/groups", "", Map.of("programme", programme, "area", area, "name", name,
                "formedOn", formed.atZone(LONDON).toLocalDate().toString(), "prompt", "gap", "constituted", false)).location());
        post("coordinator", address + "/support", "", Map.of("kind", "link-to-volunteers", "dimension", "membership", "occurredAt", supported.toString()));
    }

    /** Returns the organisation's id. */
    String organisation(String programme, String area, String name, Instant at) {
        var address = post("coordinator", "/api/organisations", "",
                Map.of("programme", programme, "area", area, "name", name, "kind", "voluntary", "delivers", List.of("well-being"), "occurredAt", at.toString())).location();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A grant from the programme's fund that is open on that day; none when none is. */
    void grant(Funds funds, String programme, String recipient, long pence, Instant at) {
        var day = at.atZone(LONDON).toLocalDate();
        funds.open(programme, day).ifPresent(fund -> post("funder", "/api/funds/" + fund + "/grants", "",
                Map.of("recipient", recipient, "title", "Sample activity grant", "amountPence", pence, "awardedOn", day.toString())));
    }

    void caseStudy(String programme, String area, String theme, Instant at) {
        post("worker", "/api/case-studies", "", Map.of("programme", programme, "area", area, "theme", theme, "shows", List.of("strengthened-community"),
                "title", "A sample case study", "text", "This is a made-up case study about nobody.",
                "consent", Map.of("given", true, "how", "written", "on", at.atZone(LONDON).toLocalDate().toString()), "occurredAt", at.toString()));
    }

    private void measure(String programme, String area, String volunteer, String occasion, List<Integer> items, Instant at) {
        post("coordinator", "/api/measures", "", Map.of("programme", programme, "area", area, "subject", volunteer, "subjectKind", "volunteer",
                "instrument", "swemwbs", "occasion", occasion, "items", items, "occurredAt", at.toString()));
    }

    private Map<String, Object> referralBody(String programme, Instant at) {
        var body = new LinkedHashMap<String, Object>();
        body.put("programme", programme);
        body.put("source", MadeUpPerson.pick(random, SOURCES));
        body.put("person", IN_SCOTLAND.contains(programme) ? MadeUpPerson.referredInScotland(random) : MadeUpPerson.referred(random));
        body.put("reasons", List.of(MadeUpPerson.pick(random, REASONS)));
        body.put("consent", Map.of("given", true, "how", "verbal"));
        body.put("note", "A made-up case.");
        body.put("occurredAt", at.toString());
        return body;
    }

    private String version(String address) {
        return expect(address, client.get("coordinator", address)).version();
    }

    private Answer post(String who, String path, String version, Object body) {
        var key = key();
        var answer = client.post(who, path, key, version, body);
        // programmes, codes and posts reach the services as events: what was set up just now is known a moment later
        while ((answer.status() == 422 || answer.status() == 409) && Instant.now().isBefore(patientUntil)) {
            RunningProcess.pause(Duration.ofMillis(500));
            answer = client.post(who, path, key, version, body);
        }
        heard.request(who, "POST", path, body, answer);
        return expect(path, answer);
    }

    private String key() {
        return series + "-" + ++requests;
    }

    private static Answer expect(String path, Answer answer) {
        if (answer.status() / 100 != 2) throw new StartFailed(path + " was refused (" + answer.status() + "): " + answer.response().body());
        return answer;
    }

    private static String path(String location) {
        return URI.create(location).getPath();
    }

    /** Standard Webhooks: HMAC-SHA256 over id, time and body. */
    static String sign(String secret, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
