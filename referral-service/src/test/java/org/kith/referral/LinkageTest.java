package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Extracts for evaluation: who is in them, who is not, and that they can be linked. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class LinkageTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void who_holds_the_key_finds_the_person_and_nothing_else_tells_who_they_are() throws Exception {
        var person = Sample.person();
        var referral = supported(Sample.referral(person));
        as("worker").body("{\"uses\": [\"library\", \"food-bank\", \"library\"]}").post(referral + "/service-use").then().statusCode(200);
        as("worker").body("{\"kind\": \"group\", \"destination\": \"group-1\"}").post(referral + "/signposts").then().statusCode(200);
        var made = make(agreement("unless-withdrawn"));
        var key = made.then().statusCode(201).extract().jsonPath().getString("key");
        var extract = extract(made.header("Location"));
        var row = row(extract, pseudonym(key, person.nhsNumber()));

        assertThat(row).containsEntry("numberKind", "nhs").containsEntry("programme", "norfolk-living-well").containsEntry("area", "coastal")
                .containsEntry("ageBand", "65-over").containsEntry("reasons", List.of("debt")).containsEntry("contacts", Map.of("phone", 1))
                .containsEntry("signposted", Map.of("group", 1)).containsEntry("servicesUsed", List.of("food-bank", "library")).containsEntry("outcome", "open")
                .containsEntry("supportedFrom", LocalDate.now().toString().substring(0, 7));
        assertThat(row.keySet()).doesNotContain("person", "referral", "birthDate", "postcode");
        assertThat(extract.prettify()).doesNotContain(person.nhsNumber(), person.familyName(), "Wilhelmina", "1947-05-12", "PE36", personOf(referral), id(referral));

        as("steward").get("/api/people/" + personOf(referral) + "/disclosures").then().statusCode(200);
        var disclosed = as("steward").get("/api/people/" + personOf(referral) + "/disclosures").jsonPath();
        assertThat(disclosed.getString("items.find { it.kind == 'linked' }.organisation")).isEqualTo("trust");
        assertThat(disclosed.getList("items.about")).contains("linkage-agreement/" + id(made.header("Location")) + "/extract");
        assertThat(rows.texts("SELECT t::text FROM linkage_agreement t")).noneMatch(text -> text.contains(key))
                .noneMatch(text -> text.contains(HexFormat.of().formatHex(Base64.getDecoder().decode(key))));
    }

    @Test
    void who_said_no_or_was_erased_or_has_no_number_is_not_in_it() throws Exception {
        var yes = Sample.person();
        var no = Sample.person();
        var gone = Sample.person();
        var unmet = Sample.person();
        var yesTo = supported(Sample.referral(yes));
        var refused = supported(Sample.referral(no));
        var erased = supported(Sample.referral(gone));
        refer(Sample.referral(unmet));
        supported(Sample.referral(Sample.person()).replaceAll("\"nhsNumber\": \"[0-9]*\", ", ""));
        say(refused, false, "linkage", "trust");
        as("steward").delete("/api/people/" + personOf(erased)).then().statusCode(204);
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        var open = agreement("unless-withdrawn");
        open.put("key", key);
        var made = make(open);
        assertThat(made.then().statusCode(201).extract().jsonPath().getMap("$")).doesNotContainKey("key");
        var extract = extract(made.header("Location"));
        assertThat(extract.getList("rows.linkageId", String.class)).contains(pseudonym(key, yes.nhsNumber()))
                .doesNotContain(pseudonym(key, no.nhsNumber()), pseudonym(key, gone.nhsNumber()), pseudonym(key, unmet.nhsNumber()));
        assertThat(extract.getInt("withheld")).isPositive();
        assertThat(extract.getInt("withoutNumber")).isPositive();

        var given = agreement("given");
        given.put("key", key);
        var strict = make(given).header("Location");
        assertThat(extract(strict).getList("rows.linkageId", String.class)).doesNotContain(pseudonym(key, yes.nhsNumber()));
        say(yesTo, true, "linkage", null);
        assertThat(extract(strict).getList("rows.linkageId", String.class)).contains(pseudonym(key, yes.nhsNumber()));
        say(yesTo, false, null, null);
        assertThat(extract(strict).getList("rows.linkageId", String.class)).doesNotContain(pseudonym(key, yes.nhsNumber()));
    }

    @Test
    void who_has_two_references_has_one_row_and_their_no_under_either_holds() throws Exception {
        var person = Sample.person();
        var one = supported(Sample.referral(person));
        var other = supported(Sample.referral(Sample.person()).replaceAll("\"nhsNumber\": \"[0-9]*\", ", ""));
        rows.change("INSERT INTO person_merge (person, into_person) VALUES ('%s', '%s')".formatted(personOf(other), personOf(one)));
        var made = make(agreement("unless-withdrawn"));
        var linked = pseudonym(made.jsonPath().getString("key"), person.nhsNumber());
        assertThat(row(extract(made.header("Location")), linked)).containsEntry("contacts", Map.of("phone", 2));
        say(other, false, "linkage", null);
        assertThat(extract(made.header("Location")).getList("rows.linkageId", String.class)).doesNotContain(linked);
    }

    @Test
    void a_revoked_agreement_gives_nothing_and_its_key_is_destroyed() {
        var location = make(agreement("unless-withdrawn")).header("Location");
        assertThat(as("steward").body(agreement("unless-withdrawn")).put(location).then().statusCode(200).extract().jsonPath().getMap("$")).doesNotContainKey("key");
        as("analyst").delete(location).then().statusCode(403);
        as("steward").delete(location).then().statusCode(204);
        as("steward").delete(location).then().statusCode(204);
        assertThat(take(location).then().statusCode(409).extract().jsonPath().getString("code")).isEqualTo("agreement-ended");
        assertThat(rows.texts("SELECT person::text FROM vault_key WHERE person = '" + id(location) + "'")).isEmpty();
        assertThat(as("steward").get(location).jsonPath().getString("revokedAt")).isNotNull();
    }

    @Test
    void what_was_agreed_stays_and_who_says_otherwise_is_told_so() {
        var agreed = agreement("unless-withdrawn");
        agreed.put("key", Base64.getEncoder().encodeToString(new byte[32]));
        var location = make(agreed).header("Location");
        as("steward").body(agreed).put(location).then().statusCode(200);
        for (var other : Map.of("purpose", "Something else", "recipient", "another-trust", "consent", "given", "key", Base64.getEncoder().encodeToString(new byte[33]))
                .entrySet()) {
            var said = new HashMap<>(agreed);
            said.put(other.getKey(), other.getValue());
            assertThat(as("steward").body(said).put(location).then().statusCode(409).extract().jsonPath().getString("code")).as(other.getKey()).isEqualTo("agreed-otherwise");
        }
        agreed.remove("key");
        assertThat(as("steward").body(agreed).put(location).then().statusCode(200).extract().jsonPath().getString("purpose")).isEqualTo("Evaluation of the programme");
    }

    @Test
    void an_extract_is_csv_for_who_asks_for_it_and_what_is_wrong_is_named() throws Exception {
        var person = Sample.person();
        supported(Sample.referral(person));
        var made = make(agreement("unless-withdrawn"));
        var csv = given().header("Authorization", Tokens.bearer("analyst")).header("Accept", "text/csv").queryParam("from", LocalDate.now().minusDays(1).toString())
                .queryParam("until", LocalDate.now().toString()).get(made.header("Location") + "/extract").then().statusCode(200).contentType("text/csv").extract().asString();
        assertThat(csv).startsWith("linkageId,numberKind,programme,")
                .contains(pseudonym(made.jsonPath().getString("key"), person.nhsNumber()) + ",nhs,norfolk-living-well,coastal,65-over,");

        assertThat(make(Map.of("recipient", "The trust!", "programmes", List.of("nowhere"), "consent", "perhaps", "expiresOn", "2020-01-01", "key", "x"))
                .then().statusCode(422).extract().jsonPath().getList("errors.field"))
                .containsExactlyInAnyOrder("name", "recipient", "purpose", "programmes[0]", "consent", "expiresOn", "key");
        var half = as("steward").body("{\"name\": \"\\ud800\", \"recipient\": \"trust\", \"purpose\": \"x\", \"programmes\": [\"norfolk-living-well\"], \"expiresOn\": \"%s\"}"
                .formatted(LocalDate.now())).put("/api/linkage-agreements/" + UUID.randomUUID()).then().statusCode(422).extract().jsonPath();
        assertThat(half.getList("errors.field")).containsExactly("name");
        given().header("Authorization", Tokens.bearer("analyst")).queryParam("from", "2026-03-01").queryParam("until", "2026-02-01")
                .get(made.header("Location") + "/extract").then().statusCode(422);
        take("/api/linkage-agreements/" + UUID.randomUUID()).then().statusCode(404);
        as("coordinator").get(made.header("Location") + "/extract").then().statusCode(403);
    }

    private static Map<String, Object> agreement(String consent) {
        return new HashMap<>(Map.of(
                "name", "Use of urgent care", "recipient", "trust", "purpose", "Evaluation of the programme", "programmes", List.of("norfolk-living-well"),
                "consent", consent, "expiresOn", LocalDate.now().plusYears(1).toString()));
    }

    private static Response make(Map<String, Object> agreement) {
        return as("steward").body(agreement).put("/api/linkage-agreements/" + UUID.randomUUID());
    }

    private static Response take(String agreement) {
        return as("analyst").queryParam("from", LocalDate.now().minusDays(1).toString()).queryParam("until", LocalDate.now().toString()).get(agreement + "/extract");
    }

    private static JsonPath extract(String agreement) {
        return take(agreement).then().statusCode(200).extract().jsonPath();
    }

    private static Map<String, Object> row(JsonPath extract, String linkageId) {
        return extract.<Map<String, Object>>getList("rows").stream().filter(row -> linkageId.equals(row.get("linkageId"))).findFirst().orElseThrow();
    }

    private static void say(String referral, boolean given, String purpose, String recipient) {
        var said = new HashMap<String, Object>(Map.of("referral", id(referral), "given", given, "how", "verbal"));
        if (purpose != null) said.put("purpose", purpose);
        if (recipient != null) said.put("recipient", recipient);
        as("worker").body(said).post("/api/people/" + personOf(referral) + "/consents").then().statusCode(200);
    }

    private static String supported(String body) {
        var referral = refer(body);
        as("coordinator").header("If-Match", "\"2\"").body("{}").post(referral + "/accept").then().statusCode(200);
        as("coordinator").header("If-Match", "\"3\"").body("{}").post(referral + "/allocate").then().statusCode(200);
        as("worker").body("{\"mode\": \"phone\", \"minutes\": 25}").post(referral + "/contacts").then().statusCode(200);
        return referral;
    }

    private static String refer(String body) {
        return as("partner").body(body).post("/api/referrals").then().statusCode(201).extract().header("Location");
    }

    private static String personOf(String referral) {
        return as("coordinator").get(referral).then().statusCode(200).extract().path("person");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String pseudonym(String key, String number) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
    }

    private static RequestSpecification as(String client) {
        return given().header("Authorization", Tokens.bearer(client)).contentType(ContentType.JSON);
    }
}
