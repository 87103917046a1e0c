package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody's referral, as those who support them work on it. */
record Case(String programme, String address) {

    /** Referred by a partner and given to the test's own worker. */
    static Case allocated(String programme, String area, String source) {
        Staff.workerCovers(programme, area);
        var one = referred(programme, Referrals.to(programme, area, People.someone()).replace("\"voluntary-sector\"", "\"" + source + "\""));
        one.step("coordinator", "accept", "{}");
        one.step("coordinator", "allocate", "{}");
        return one;
    }

    static Case referred(String programme, String referral) {
        var answer = Kith.as("partner").post("/api/referrals", referral);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Case(programme, answer.header("Location"));
    }

    /** What the worker records; If-Match is not needed for it. */
    JsonNode record(String what, String body) {
        var answer = Kith.as("worker").post(address + "/" + what, body);
        assertThat(answer.statusCode()).as(what + " " + body + ": " + answer.asString()).isEqualTo(200);
        return Kith.json(answer.asString());
    }

    void step(String who, String verb, String body) {
        var answer = Kith.as(who).command(address, verb, body);
        assertThat(answer.statusCode()).as(verb + ": " + answer.asString()).isEqualTo(200);
    }

    JsonNode read() {
        return Kith.json(Kith.as("worker").get(address).then().statusCode(200).extract().asString());
    }

    /** Raised by the worker, acknowledged and acted on by the coordinator. @return the concern's stream */
    String concern(String body) {
        var raised = Kith.as("worker").post("/api/safeguarding-concerns", body.formatted(address.substring(address.lastIndexOf('/') + 1)));
        assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(201);
        var at = raised.header("Location");
        Kith.as("worker").get(at).then().statusCode(403);
        assertThat(Kith.as("coordinator").command(at, "acknowledge", "").statusCode()).isEqualTo(200);
        assertThat(Kith.as("coordinator").command(at, "actions", "{\"action\": \"advice-taken\"}").statusCode()).isEqualTo(200);
        return "safeguarding-concern-" + at.substring(at.lastIndexOf('/') + 1);
    }

    /** Waits until an event of the stream stands behind the number. */
    void streamStandsBehind(String indicator, String stream) {
        Eventually.holds(() -> assertThat(behind(indicator, "stream")).as(programme + " " + indicator).contains(stream));
    }

    /** Waits until the number is made of all of the referral's events of these names, among others. */
    void standsBehind(String indicator, String... names) {
        standsBehind(indicator, step -> List.of(names).contains(step.path("event").asText()));
    }

    /** @param which of the steps of its history */
    void standsBehind(String indicator, Predicate<JsonNode> which) {
        var ids = new ArrayList<String>();
        for (var step : read().path("history")) if (which.test(step)) ids.add(step.path("id").asText());
        assertThat(ids).as("steps that stand behind " + indicator).isNotEmpty();
        Eventually.holds(() -> assertThat(behind(indicator, "id")).as(programme + " " + indicator).containsAll(ids));
    }

    /** As whose the referral's events stand behind a number, as it was known at the moment; absent: now. */
    Set<String> countsAs(String indicator, @Nullable Instant asOf) {
        var stream = "referral-" + address.substring(address.lastIndexOf('/') + 1);
        var subjects = new TreeSet<String>();
        for (var event : behind(indicator, asOf)) if (event.path("stream").asText().equals(stream)) subjects.add(event.path("subject").asText());
        return subjects;
    }

    private Set<String> behind(String indicator, String field) {
        var values = new TreeSet<String>();
        for (var event : behind(indicator, (Instant) null)) values.add(event.path(field).asText());
        return values;
    }

    private List<JsonNode> behind(String indicator, @Nullable Instant asOf) {
        var events = new ArrayList<JsonNode>();
        var page = "/api/programmes/" + programme + "/indicators/" + indicator + "/events?limit=500" + (asOf == null ? "" : "&asOf=" + asOf);
        while (!page.isEmpty()) {
            var answer = Kith.json(Kith.as("programme-manager").request().urlEncodingEnabled(false).get(page).then().statusCode(200).extract().asString());
            answer.path("events").forEach(events::add);
            page = answer.path("next").asText("");
        }
        return events;
    }
}
