package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done for people whom nobody referred moves the numbers of CLICS and of Support in the Right Direction. */
class OutreachTest {
    private static final List<String> CHANNELS = List.of("line", "drop-in", "outreach", "event");

    private static final List<String> SESSIONS = List.of(
            "publicity", "community-sharing", "outreach", "peer-support", "sds-training-users", "sds-training-providers", "sds-training-local-authorities");

    private final Kith worker = Kith.as("worker");

    @Test
    @Tag("A1")
    void a_first_contact_form_counts_towards_a_hundred_for_each_partnership_and_its_gaps_count_as_gaps() {
        var cp5 = Watched.now("clics", "?area=CP5");
        var cp6 = Watched.now("clics", "?area=CP6");
        var form = posted("first-contact-forms", """
            {"programme": "clics", "area": "CP5", "setting": "community-venue", "uses": ["library", "food-bank"], "gaps": ["transport", "befriending"],
             "ageBand": "65-74", "gender": "female", "ethnicity": "not-asked", "disability": "not-asked"}""");
        cp5.moveBy(Map.of("first-contact-forms", 1, "gaps-noticed", 2, "reach-through-first-contact", 1), List.of("reach"));
        cp6.moveBy(Map.of(), List.of("first-contact-forms", "gaps-noticed"));

        assertThat(reported("clics", "first-contact-forms", "?area=CP5").at("/target/value").asInt()).isEqualTo(100);
        for (var indicator : List.of("first-contact-forms", "gaps-noticed")) assertThat(behind("clics", indicator, "area=CP5")).contains(id(form));
        assertThat(worker.get("/api/first-contact-forms?programme=clics&area=CP5&limit=200&day=" + LocalDate.now()).asString()).contains(id(form));
    }

    @Test
    @Tag("A1")
    void a_form_that_was_entered_in_error_counts_no_longer_and_its_gaps_neither() {
        var watched = Watched.now("clics", "?area=CP6");
        var form = posted("first-contact-forms", """
            {"programme": "clics", "area": "CP6", "setting": "street", "gaps": ["advice"]}""");
        watched.moveBy(Map.of("first-contact-forms", 1, "gaps-noticed", 1), List.of());
        Kith.as("coordinator").command(form, "entered-in-error", "{\"reason\": \"duplicate\"}").then().statusCode(200);
        watched.moveBy(Map.of(), List.of("first-contact-forms", "gaps-noticed"));
        assertThat(worker.get(form).jsonPath().getString("enteredInError")).isEqualTo("duplicate");
    }

    @Test
    @Tag("C10")
    void every_kind_of_information_counts_with_headcounts_as_contacts() {
        var watched = Watched.now("sird-2021", "");
        String enquiry = "";
        for (var channel : CHANNELS)
            enquiry = posted("enquiries", inScotland("\"channel\": \"%s\", \"nature\": \"%s\", \"topic\": \"eligibility\", \"people\": 3"
                    .formatted(channel, channel.equals("line") ? "one-off" : "initial")));
        String session = "";
        for (var kind : SESSIONS)
            session = posted("support-sessions", inScotland("\"strand\": \"information\", \"kind\": \"%s\", \"attended\": 9".formatted(kind)));
        String guide = "";
        for (var kind : List.of("guide", "case-study"))
            guide = posted("guides", inScotland("\"kind\": \"%s\", \"format\": \"website\", \"topic\": \"employing-a-pa\"".formatted(kind)));

        watched.moveBy(
                Map.of("enquiries", 4, "enquiry-contacts", 12, "information-sessions", 7, "information-attendances", 63, "guides-published", 2),
                List.of("clients", "people-in-contact", "information-support"));
        assertThat(behind("sird-2021", "enquiries", "")).contains(id(enquiry));
        assertThat(behind("sird-2021", "information-sessions", "")).contains(id(session));
        assertThat(behind("sird-2021", "guides-published", "")).contains(id(guide));
        assertThat(reported("sird-2021", "enquiries", "").path("status").asText()).isEqualTo("no target set");
    }

    @Test
    void what_is_another_programmes_cannot_be_recorded_or_read() {
        var guide = posted("guides", inScotland("\"kind\": \"guide\", \"format\": \"leaflet\", \"topic\": \"carers\""));
        Kith.as("other-partner").get(guide).then().statusCode(403);
        var answer = worker.post("/api/guides", inScotland("\"kind\": \"rumour\", \"format\": \"leaflet\", \"topic\": \"carers\"").replace("scotland", "moon"));
        answer.then().statusCode(422).contentType("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactlyInAnyOrder("area", "kind");
    }

    private static String inScotland(String fields) {
        return "{\"programme\": \"sird-2021\", \"area\": \"scotland\", " + fields + "}";
    }

    private String posted(String path, String body) {
        Response answer = worker.post("/api/" + path, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    private static JsonNode reported(String programme, String indicator, String query) {
        for (var one : Kith.as("programme-manager").report(programme, query).path("indicators"))
            if (one.path("id").asText().equals(indicator)) return one;
        throw new IllegalArgumentException(programme + " has no indicator " + indicator);
    }

    /** The events that make the number up. */
    private static String behind(String programme, String indicator, String query) {
        return Kith.as("programme-manager").get("/api/programmes/" + programme + "/indicators/" + indicator + "/events?limit=500&" + query)
                .then().statusCode(200).extract().asString();
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
