package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Which tenth somebody lives in: by the edition of the day, and never a guess. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class DeprivationTest {
    private static final RestAssuredConfig CSV = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));
    private static final String SIMD = "/api/deprivation-indexes/simd/editions/";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known_and_no_edition() {
        Directory.tell(copy);
        rows.change("DELETE FROM deprivation_edition");
    }

    @Test
    void a_referral_is_told_by_the_edition_of_its_day_and_its_postcode_by_nothing() {
        load("2016", 1, "postcode,decile,council_area\nML99 1AA,9,S12000050\n").then().statusCode(200);
        load("2020v2", 1, "postcode,decile,council_area\nML99 1AA,2,S12000050\n").then().statusCode(200);
        load("2020v2", 2, "postcode,decile,council_area\nML99 1AB,10,S12000036\n").then().statusCode(200);
        assertThat(told("ML99 1AA", "2026-03-02T09:00:00Z")).isEqualTo("simd not-known not-known not-known");
        apply("2016", "2016-08-31", 1).then().statusCode(200);
        apply("2020v2", "2020-01-28", 2).then().statusCode(200);

        assertThat(told("ML99 1AA", "2026-03-02T09:00:00Z")).isEqualTo("simd-2020v2 2 1 s12000050");
        assertThat(told("ML99 1AB", "2026-03-02T09:00:00Z")).isEqualTo("simd-2020v2 10 5 s12000036");
        assertThat(told("ML99 1AA", "2020-01-27T23:00:00Z")).isEqualTo("simd-2016 9 5 s12000050");
        assertThat(told("ML99 1AD", "2026-03-02T09:00:00Z")).isEqualTo("simd-2020v2 not-known not-known not-known");
        assertThat(told("ZZ99 3VZ", "2026-03-02T09:00:00Z")).isEqualTo("simd-2020v2 not-known not-known not-known");
    }

    @Test
    void in_a_programme_of_no_nation_nothing_is_told() {
        var person = Sample.person();
        assertThat(eventOf(Sample.referral(person))).doesNotContain("deprivation", "councilArea", "PE36");
    }

    @Test
    void a_part_is_loaded_once_and_an_edition_applies_when_it_is_whole() {
        var part = "postcode,decile\nML99 1AA,3\nML99 1AB,4\n";
        assertThat(load("2020v2", 1, part).then().statusCode(200).extract().jsonPath().getInt("postcodes")).isEqualTo(2);
        load("2020v2", 1, part).then().statusCode(200);
        assertThat(code(load("2020v2", 1, part.replace(",4", ",5")))).isEqualTo("part-taken");
        var twice = load("2020v2", 2, "postcode,decile\nML99 1AD,1\nML99 1AB,4\n");
        assertThat(twice.then().statusCode(422).extract().jsonPath().getList("errors.field")).containsExactly("row 3");
        var more = apply("2020v2", "2020-01-28", 3);
        assertThat(code(more)).isEqualTo("not-whole");
        assertThat(more.jsonPath().getString("detail")).contains("3 postcodes", "hold 2");
        apply("2020v2", "2020-01-28", 2).then().statusCode(200);
        apply("2020v2", "2020-01-28", 2).then().statusCode(200);
        assertThat(code(apply("2020v2", "2020-01-29", 2))).isEqualTo("edition-applies");
        assertThat(code(load("2020v2", 2, "postcode,decile\nML99 1AD,1\n"))).isEqualTo("edition-applies");
        assertThat(code(as("administrator").delete(SIMD + "2020v2"))).isEqualTo("edition-applies");

        load("2022", 1, part).then().statusCode(200);
        assertThat(code(apply("2022", "2020-01-28", 2))).isEqualTo("day-taken");
        as("administrator").delete(SIMD + "2022").then().statusCode(204);
        as("administrator").delete(SIMD + "2022").then().statusCode(404);
        assertThat(as("analyst").get("/api/deprivation-indexes").jsonPath().getList("items.edition")).isEqualTo(List.of("2020v2"));
    }

    @Test
    void only_an_administrator_loads_and_what_is_wrong_is_named() {
        as("coordinator").config(CSV).contentType("text/csv").body("postcode,decile\nML99 1AA,3\n").put(SIMD + "2020v2/parts/1").then().statusCode(403);
        assertThat(load("2020v2", 1, "postcode,decile\nML99 1AA,0\n").then().statusCode(422).extract().jsonPath().getList("errors.code")).containsExactly("decile");
        load("2020v2", 0, "postcode,decile\nML99 1AA,3\n").then().statusCode(422);
        load("2020 v2", 1, "postcode,decile\nML99 1AA,3\n").then().statusCode(422);
        as("administrator").contentType(ContentType.JSON).body(Map.of("appliesFrom", "soon")).put(SIMD + "2020v2").then().statusCode(422);
        for (var many : List.of(0L, 5_000_001L, 10_000_000_000L)) {
            var far = as("administrator").contentType(ContentType.JSON).body(Map.of("appliesFrom", "2020-01-28", "postcodes", many)).put(SIMD + "2020v2").then().statusCode(422);
            assertThat(far.extract().jsonPath().getString("errors[0].message")).contains("5000000");
        }
        apply("2020v2", "2020-01-28", 1).then().statusCode(404);
        as("administrator").delete("/api/deprivation-indexes/rumour/editions/1").then().statusCode(404);
    }

    /** Index, decile, quintile and council area, as the event says them. */
    private static String told(String postcode, String at) {
        var person = Sample.person();
        var json = eventOf("""
                {"programme": "sird-2021", "area": "scotland", "source": "self", "occurredAt": "%s",
                 "person": {"chiNumber": "%s", "givenName": "Wilhelmina", "familyName": "%s", "birthDate": "1947-05-12", "postcode": "%s", "ethnicity": "white-scottish"},
                 "reasons": ["debt"], "consent": {"given": true, "how": "verbal"}}""".formatted(at, Sample.chiNumber(), person.familyName(), postcode));
        assertThat(json).doesNotContain(postcode, postcode.replace(" ", ""));
        var event = JsonPath.from(json);
        return event.getString("deprivationIndex") + " " + event.getString("deprivationDecile") + " " + event.getString("deprivationQuintile") + " "
                + event.getString("councilArea");
    }

    private static String eventOf(String referral) {
        var address = as("partner").contentType(ContentType.JSON).body(referral).post("/api/referrals").then().statusCode(201).extract().header("Location");
        var key = "referral-" + address.substring(address.lastIndexOf('/') + 1);
        return Published.until("referral", m -> m.key().equals(key) && m.type().equals("referral.received")).stream()
                .filter(m -> m.key().equals(key) && m.type().equals("referral.received")).findFirst().orElseThrow().json();
    }

    private static Response load(String edition, int part, String file) {
        return as("administrator").config(CSV).contentType("text/csv").body(file).put(SIMD + edition + "/parts/" + part);
    }

    private static Response apply(String edition, String from, int postcodes) {
        return as("administrator").contentType(ContentType.JSON).body(Map.of("appliesFrom", from, "postcodes", postcodes)).put(SIMD + edition);
    }

    private static String code(Response answer) {
        return answer.then().statusCode(409).extract().jsonPath().getString("code");
    }

    private static RequestSpecification as(String client) {
        return given().header("Authorization", Tokens.bearer(client));
    }
}
