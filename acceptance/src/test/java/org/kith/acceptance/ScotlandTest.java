package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Scotland has of its own: the CHI number, checks by the PVG scheme, the index of deprivation, code lists. */
class ScotlandTest {
    private static final RestAssuredConfig CSV = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));
    private static final String PROGRAMME = "improving-lives";
    private static final String EDITIONS = "/api/deprivation-indexes/simd/editions/";
    private static final String NUMBERED = "ML99 1AA";
    private static final String NOT_IN_IT = "ML99 1ZZ";

    private final Kith administrator = Kith.as("administrator");
    private final Random random = new Random();

    @Test
    @Tag("B15")
    void a_person_with_a_chi_number_counts_once_by_the_fifth_that_they_live_in_and_by_scotlands_own_groups() {
        editionApplies();
        int all = number("value");
        int fifth = broken("deprivationQuintile", "1");
        int tenth = broken("deprivationDecile", "2");
        int unknown = broken("deprivationQuintile", "not-known");
        int scottish = broken("ethnicity", "white-scottish");
        int refused = broken("gender", "prefer-not-to-say");
        int notAsked = broken("gender", "not-asked");

        var chi = chiNumber();
        referred(chi, NUMBERED, "prefer-not-to-say");
        referred(chi, NUMBERED, "prefer-not-to-say");
        referred(chiNumber(), NOT_IN_IT, "not-asked");

        Eventually.holds(() -> {
            assertThat(number("value")).isEqualTo(all + 2);
            assertThat(broken("deprivationQuintile", "1")).isEqualTo(fifth + 1);
            assertThat(broken("deprivationDecile", "2")).isEqualTo(tenth + 1);
            assertThat(broken("deprivationQuintile", "not-known")).isEqualTo(unknown + 1);
            assertThat(broken("ethnicity", "white-scottish")).isEqualTo(scottish + 2);
            assertThat(broken("gender", "prefer-not-to-say")).isEqualTo(refused + 1);
            assertThat(broken("gender", "not-asked")).isEqualTo(notAsked + 1);
        });
        var wrong = refer(chi.substring(0, 9) + (chi.charAt(9) == '0' ? 1 : 0), NUMBERED, "female", "white-british");
        assertThat(wrong.then().statusCode(422).extract().jsonPath().getList("errors.field", String.class))
                .containsExactlyInAnyOrder("person.chiNumber", "person.ethnicity");
    }

    @Test
    @Tag("B15")
    void a_volunteer_begins_a_regulated_role_as_a_member_of_the_pvg_scheme_and_not_before() {
        var watched = Watched.now(PROGRAMME, "");
        var coordinator = Kith.as("coordinator");
        var volunteer = created(coordinator.post("/api/volunteers", """
            {"programme": "improving-lives", "area": "locality-2", "source": "self", "givenName": "Ottilie", "familyName": "Testcase"}"""));
        var adults = volunteer + "/regulated-roles/adults";
        assertThat(coordinator.put(adults, "{}").then().statusCode(409).extract().jsonPath().getString("code")).isEqualTo("check-required");
        var issued = LocalDate.now().minusYears(5).plusDays(20);
        created(coordinator.post(volunteer + "/checks", """
            {"kind": "pvg-adults", "evidence": "membership-statement", "issuedOn": "%s"}""".formatted(issued)));
        coordinator.put(adults, "{}").then().statusCode(200);

        watched.moveBy(Map.of("volunteers-checked", 1), List.of("people-referred"));
        var due = Kith.json(coordinator.request().queryParam("limit", 200).get("/api/volunteers/checks-due").then().statusCode(200).extract().asString());
        assertThat(due.path("items")).anySatisfy(item -> {
            assertThat(volunteer).endsWith(item.path("volunteer").asText());
            assertThat(item.path("renewBy").asText()).isEqualTo(issued.plusYears(5).toString());
            assertThat(item.path("regulatedRoles").asText()).isEqualTo("adults");
        });
        coordinator.request().delete(volunteer + "/checks/pvg-adults").then().statusCode(200);
        assertThat(coordinator.get(volunteer).jsonPath().getList("regulatedRoles")).isEmpty();
    }

    @Test
    @Tag("B15")
    void the_council_areas_of_scotland_are_a_list_of_thirty_two() {
        assertThat(administrator.get("/api/code-lists/council-area").then().statusCode(200).extract().jsonPath().getList("codes.label", String.class))
                .hasSize(32).contains("North Lanarkshire", "Glasgow City");
    }

    /** Loaded as an administrator would, to apply from a day that no other edition applies from. */
    private void editionApplies() {
        var edition = "test-" + UUID.randomUUID();
        var file = "postcode,data_zone,decile,council_area\n%s,S01011111,2,S12000050\nML99 1AB,S01011112,9,S12000050\n".formatted(NUMBERED);
        for (int again = 0; again < 2; again++)
            administrator.request().config(CSV).contentType("text/csv").body(file).put(EDITIONS + edition + "/parts/1").then().statusCode(200);
        var latest = administrator.get("/api/deprivation-indexes").jsonPath().getList("items.findAll { it.index == 'simd' && it.appliesFrom != null }.appliesFrom", String.class)
                .stream().map(LocalDate::parse).max(LocalDate::compareTo).orElse(LocalDate.of(2020, 1, 28));
        administrator.put(EDITIONS + edition, "{\"appliesFrom\": \"%s\", \"postcodes\": 2}".formatted(latest.plusDays(1))).then().statusCode(200);
    }

    private static void referred(String chi, String postcode, String gender) {
        created(refer(chi, postcode, gender, "white-scottish"));
    }

    private static Response refer(String chi, String postcode, String gender, String ethnicity) {
        return Kith.as("partner").post("/api/referrals", """
            {"programme": "improving-lives", "source": "voluntary-sector", "area": "locality-1", "reasons": ["social-isolation"],
             "person": {"chiNumber": "%s", "givenName": "Ottilie", "familyName": "Testcase", "birthDate": "1951-03-14", "postcode": "%s",
                        "gender": "%s", "ethnicity": "%s"},
             "consent": {"given": true, "how": "verbal"}}""".formatted(chi, postcode, gender, ethnicity));
    }

    private static String created(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    private static int number(String field) {
        return peopleReferred().path(field).asInt();
    }

    private static int broken(String by, String value) {
        return peopleReferred().path("breakDown").path(by).path(value).asInt();
    }

    private static JsonNode peopleReferred() {
        for (var one : Kith.as("programme-manager").report(PROGRAMME, "").path("indicators"))
            if (one.path("id").asText().equals("people-referred")) return one;
        throw new IllegalStateException(PROGRAMME + " has no indicator people-referred");
    }

    /** Of nobody: born on the day, with the check digit that it needs. */
    private String chiNumber() {
        while (true) {
            var nine = "140351%03d".formatted(random.nextInt(1000));
            int sum = 0;
            for (int i = 0; i < 9; i++) sum += (nine.charAt(i) - '0') * (10 - i);
            int check = (11 - sum % 11) % 11;
            if (check < 10) return nine + check;
        }
    }
}
