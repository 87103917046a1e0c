package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a hospital trust that evaluates a programme is given, and finds its own patients in by the key that it agreed on. */
class LinkageTest {
    private static final String NORFOLK = "norfolk-living-well";

    private final String agreement = "/api/linkage-agreements/" + UUID.randomUUID();

    @Test
    @Tag("D19")
    void a_trust_finds_its_patients_by_the_agreed_key_and_nobody_who_said_no_was_erased_or_is_anothers() {
        var known = People.someone();
        var refused = People.someone();
        var erased = People.someone();
        var anothers = People.someone();
        var before = Kith.as("programme-manager").indicator(NORFOLK, "services-used", "");
        var one = supported(NORFOLK, "fens", known);
        one.record("service-use", "{\"uses\": [\"general-practice\", \"hospital\"]}");
        one.record("onward-referrals", "{\"kind\": \"befriending\", \"destination\": \"group-7\"}");
        one.step("worker", "close", "{\"outcome\": \"goals-met\"}");
        var two = supported(NORFOLK, "fens", refused);
        var said = Kith.as("worker").post("/api/people/" + personOf(two) + "/consents", """
            {"referral": "%s", "given": false, "purpose": "linkage", "how": "verbal"}""".formatted(id(two.address())));
        assertThat(said.statusCode()).as(said.asString()).isEqualTo(200);
        var three = supported(NORFOLK, "fens", erased);
        Kith.as("steward").request().delete("/api/people/" + personOf(three)).then().statusCode(204);
        supported("croydon-abcd", "croydon", anothers);

        var key = Kith.as("steward").put(agreement, """
            {"name": "Use of urgent care before and after", "recipient": "fictional-trust", "purpose": "Evaluation of the programme, and nothing else",
             "programmes": ["norfolk-living-well"], "consent": "unless-withdrawn", "expiresOn": "%s"}""".formatted(LocalDate.now().plusMonths(6)))
                .then().statusCode(201).extract().jsonPath().getString("key");
        var extract = extract();
        assertThat(extract.path("rows").findValuesAsText("linkageId")).contains(pseudonym(key, known))
                .doesNotContain(pseudonym(key, refused), pseudonym(key, erased), pseudonym(key, anothers));
        var row = rowOf(extract, pseudonym(key, known));
        assertThat(row.path("area").asText()).isEqualTo("fens");
        assertThat(row.path("contacts").path("phone").asInt()).isOne();
        assertThat(row.path("onwardReferrals").path("befriending").asInt()).isOne();
        assertThat(row.path("servicesUsed").toString()).isEqualTo("[\"general-practice\",\"hospital\"]");
        assertThat(row.path("supportedFrom").asText()).isEqualTo(LocalDate.now().toString().substring(0, 7));
        assertThat(row.path("outcome").asText()).isEqualTo("goals-met");
        assertThat(extract.toString()).doesNotContain(known.nhsNumber(), known.familyName(), known.givenName(), known.postcode(), "1951-03-14", personOf(one));
        Eventually.is(() -> Kith.as("programme-manager").indicator(NORFOLK, "services-used", ""), before.add(BigDecimal.ONE));

        var disclosed = Kith.json(Kith.as("steward").get("/api/people/" + personOf(one) + "/disclosures").then().statusCode(200).extract().asString());
        assertThat(disclosed.path("items"))
                .anySatisfy(each -> assertThat(each.path("kind").asText() + " " + each.path("organisation").asText()).isEqualTo("linked fictional-trust"));
        for (var client : List.of("partner", "coordinator", "funder")) Kith.as(client).get(agreement + "/extract" + days()).then().statusCode(403);

        Kith.as("steward").request().delete(agreement).then().statusCode(204);
        Kith.as("analyst").get(agreement + "/extract" + days()).then().statusCode(409);
    }

    private JsonNode extract() {
        return Kith.json(Kith.as("analyst").get(agreement + "/extract" + days()).then().statusCode(200).extract().asString());
    }

    private static String days() {
        return "?from=" + LocalDate.now().minusDays(1) + "&until=" + LocalDate.now();
    }

    private static Case supported(String programme, String area, People.Person person) {
        Staff.workerCovers(programme, area);
        var one = Case.referred(programme, Referrals.to(programme, area, person));
        one.step("coordinator", "accept", "{}");
        one.step("coordinator", "allocate", "{}");
        one.record("contacts", "{\"mode\": \"phone\", \"minutes\": 20}");
        return one;
    }

    private static JsonNode rowOf(JsonNode extract, String linkageId) {
        for (var row : extract.path("rows")) if (row.path("linkageId").asText().equals(linkageId)) return row;
        throw new AssertionError("no row of " + linkageId);
    }

    private static String personOf(Case one) {
        return Kith.as("coordinator").get(one.address()).then().statusCode(200).extract().path("person");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** As the trust computes it, of its own records. */
    private static String pseudonym(String key, People.Person person) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(person.nhsNumber().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
