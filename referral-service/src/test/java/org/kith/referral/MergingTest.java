package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;
import org.kith.vault.ErasureLedger;

/** Two references of one person, put together and taken apart again. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class MergingTest {
    private static final String WITHOUT = "\"nhsNumber\": \"[0-9]+\", ";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @Inject ErasureLedger ledger;

    private String sample = "";
    private String known = "";
    private String second = "";

    @BeforeEach
    void somebody_came_twice_and_once_without_their_number() {
        Directory.tell(copy);
        sample = Sample.referral(Sample.person());
        known = refer(sample);
        second = refer(sample.replaceAll(WITHOUT, ""));
    }

    @Test
    void a_merge_is_said_and_taken_back_and_the_world_is_told_of_both() {
        person(second).body("mergedInto", nullValue()).body("merged", empty()).header("ETag", equalTo("\"0\""));
        merge(second, known).then().statusCode(204).header("ETag", equalTo("\"1\""));
        person(second).body("mergedInto", equalTo(known)).body("merged", empty()).header("ETag", equalTo("\"1\""));
        person(known).body("mergedInto", nullValue()).body("merged", contains(second));
        unmerge(second).then().statusCode(204).header("ETag", equalTo("\"2\""));
        person(second).body("mergedInto", nullValue());
        person(known).body("merged", empty());
        merge(known, second).then().statusCode(204);

        var told = Published.until("referral", message -> message.key().equals("person-" + second) && message.type().equals("person.unmerged"));
        assertThat(told).filteredOn(message -> message.key().equals("person-" + second)).extracting(Published.Message::type).containsExactly("person.merged", "person.unmerged");
        assertThat(told).filteredOn(message -> message.key().equals("person-" + second)).extracting(Published.Message::json)
                .allMatch(json -> json.contains(known) && !json.contains("person-says"));
    }

    @Test
    void saying_it_again_changes_nothing_and_a_retry_is_answered_as_before_whatever_happened_since() {
        var key = UUID.randomUUID().toString();
        assertThat(merge(second, known, key).statusCode()).isEqualTo(204);
        assertThat(merge(second, known).statusCode()).isEqualTo(204);
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'person-" + second + "'")).containsExactly("person.merged");
        unmerge(second).then().statusCode(204);
        merge(known, second).then().statusCode(204);
        assertThat(merge(second, known, key).statusCode()).isEqualTo(204);
        person(second).body("mergedInto", nullValue());
    }

    @Test
    void a_stale_view_merges_nobody() {
        as("steward").put("/api/people/" + second + "/legal-holds/litigation").then().statusCode(204);
        as("coordinator").header("If-Match", "\"0\"").body(body(known, "person-says")).post("/api/people/" + second + "/merge").then().statusCode(412);
        as("coordinator").header("If-Match", "\"1\"").body(body(known, "person-says")).post("/api/people/" + second + "/merge").then().statusCode(204);
    }

    @Test
    void a_chain_is_refused_with_what_to_do() {
        var third = refer(Sample.referral(Sample.person()));
        merge(second, known).then().statusCode(204);
        merge(third, second).then().statusCode(409).body("code", equalTo("into-merged")).body("detail", containsString("merge into that one"));
        merge(known, third).then().statusCode(409).body("code", equalTo("others-merged")).body("detail", containsString("unmerge them"));
        merge(known, second).then().statusCode(409).body("code", equalTo("into-merged"));
        merge(second, third).then().statusCode(409).body("code", equalTo("merged-already"));
        unmerge(known).then().statusCode(409).body("code", equalTo("not-merged"));
        merge(third, known).then().statusCode(204);
        person(known).body("merged", containsInAnyOrder(second, third));
    }

    @Test
    void what_is_wrong_is_named_and_who_may_not_does_not() {
        merge(second, second).then().statusCode(422).body("errors.field", contains("into"));
        merge(second, UUID.randomUUID().toString()).then().statusCode(422).body("errors.field", contains("into"));
        as("coordinator").body("{\"into\": \"nobody\", \"reason\": \"mischief\"}").post("/api/people/" + second + "/merge").then().statusCode(422)
                .body("errors.field", contains("into", "reason"));
        as("coordinator").body("{}").post("/api/people/" + second + "/unmerge").then().statusCode(422).body("errors.field", contains("reason"));
        merge(UUID.randomUUID().toString(), known).then().statusCode(404);
        as("worker").body(body(known, "person-says")).post("/api/people/" + second + "/merge").then().statusCode(403);
        as("partner").get("/api/people/" + second).then().statusCode(403);
    }

    @Test
    void a_number_still_finds_who_it_found_and_new_referrals_carry_their_own_reference() {
        merge(known, second).then().statusCode(204);
        assertThat(refer(sample.replace("Wilhelmina", "Mina"))).isEqualTo(known);
    }

    @Test
    void who_is_one_person_already_is_no_candidate() {
        as("coordinator").get("/api/people/" + known + "/candidates").then().statusCode(200).body("items.person", contains(second));
        merge(second, known).then().statusCode(204);
        as("coordinator").get("/api/people/" + known + "/candidates").then().statusCode(200).body("items", empty());
        as("coordinator").get("/api/people/" + second + "/candidates").then().statusCode(200).body("items", empty());
        var another = refer(sample.replaceAll(WITHOUT, "").replace("PE36 5DN", "NR1 1AA"));
        as("coordinator").get("/api/people/" + another + "/candidates").then().statusCode(200).body("items.person", contains(known)).body("items[0].referrals", hasSize(2));
    }

    @Test
    void a_person_is_exported_held_and_erased_whole() throws IOException {
        merge(second, known).then().statusCode(204);
        as("steward").get("/api/people/" + second + "/export").then().statusCode(200).body("references", contains(second, known)).body("referrals", hasSize(2));
        as("steward").get("/api/people/" + known + "/export").then().statusCode(200).body("references", contains(known, second))
                .body("referrals.said.identity.givenName", contains("Wilhelmina", "Wilhelmina"));

        as("steward").put("/api/people/" + second + "/legal-holds/litigation").then().statusCode(204);
        as("steward").delete("/api/people/" + known).then().statusCode(409).body("code", equalTo("legal-hold"));
        as("steward").delete("/api/people/" + second + "/legal-holds/litigation").then().statusCode(204);
        as("steward").delete("/api/people/" + known).then().statusCode(204);

        assertThat(rows.texts("SELECT person::text FROM vault_key WHERE person IN ('" + known + "', '" + second + "')")).isEmpty();
        assertThat(ledger.people()).contains(UUID.fromString(known), UUID.fromString(second));
        unmerge(second).then().statusCode(409).body("code", equalTo("person-erased"));
        person(known).body("merged", contains(second));
        as("steward").get("/api/people/" + second + "/export").then().statusCode(404);
    }

    @Test
    void who_was_erased_is_not_merged_nor_merged_into() {
        as("steward").delete("/api/people/" + known).then().statusCode(204);
        merge(second, known).then().statusCode(409).body("code", equalTo("into-erased"));
        merge(known, second).then().statusCode(409).body("code", equalTo("person-erased"));
    }

    @Test
    void a_person_is_kept_as_long_as_one_of_their_referrals_asks_for_it() {
        decline(second);
        assertThat(due(second)).isNotNull();
        merge(second, known).then().statusCode(204);
        assertThat(due(second)).isNull();
        assertThat(due(known)).isNull();
        decline(known);
        as("steward").put("/api/people/" + second + "/legal-holds/litigation").then().statusCode(204);
        assertThat(due(known)).containsEntry("keptFor", List.of("litigation"));
        assertThat(due(second)).isNull();
    }

    @Test
    void merges_at_one_moment_make_no_chain_and_no_circle() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var people = new ArrayList<>(List.of(known, second));
        for (int i = 0; i < 4; i++) people.add(refer(Sample.referral(Sample.person())));
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 15; round++) {
                var answers = new ArrayList<Future<Integer>>();
                for (var person : people) {
                    var other = people.get(random.nextInt(people.size()));
                    if (!other.equals(person)) answers.add(pool.submit(() -> merge(person, other).statusCode()));
                }
                for (var answer : answers) assertThat(answer.get()).as("seed %d", seed).isIn(204, 409);
                var into = standing(people);
                assertThat(into.keySet()).as("seed %d, round %d", seed, round).doesNotContainAnyElementsOf(into.values());
                for (var merged : into.keySet()) unmerge(merged).then().statusCode(204);
            }
        }
    }

    @Test
    void a_merge_into_somebody_who_is_erased_at_that_moment_is_refused_or_erased_with_them() throws Exception {
        for (int round = 0; round < 10; round++) {
            var one = refer(Sample.referral(Sample.person()));
            var other = refer(Sample.referral(Sample.person()));
            try (var pool = Executors.newFixedThreadPool(2)) {
                var merging = pool.submit(() -> merge(one, other).statusCode());
                var erasing = pool.submit(() -> as("steward").delete("/api/people/" + other).statusCode());
                assertThat(erasing.get()).isEqualTo(204);
                int merged = merging.get();
                assertThat(merged).isIn(204, 409, 503);
                assertThat(rows.texts("SELECT 1 FROM vault_key WHERE person = '" + one + "'")).as("answered %d", merged).hasSize(merged == 204 ? 0 : 1);
            }
        }
    }

    private Map<String, String> standing(List<String> people) {
        var into = new HashMap<String, String>();
        for (var person : people) {
            String other = as("coordinator").get("/api/people/" + person).then().statusCode(200).extract().path("mergedInto");
            if (other != null) into.put(person, other);
        }
        return into;
    }

    private static ValidatableResponse person(String person) {
        return as("worker").get("/api/people/" + person).then().statusCode(200).body("person", equalTo(person));
    }

    private static Response merge(String person, String into) {
        return merge(person, into, UUID.randomUUID().toString());
    }

    private static Response merge(String person, String into, String key) {
        return as("coordinator").header("Idempotency-Key", key).body(body(into, "person-says")).post("/api/people/" + person + "/merge");
    }

    private static Response unmerge(String person) {
        return as("steward").body("{\"reason\": \"two-people\"}").post("/api/people/" + person + "/unmerge");
    }

    private static String body(String into, String reason) {
        return "{\"into\": \"%s\", \"reason\": \"%s\"}".formatted(into, reason);
    }

    private void decline(String person) {
        var referral = rows.texts("SELECT referral::text FROM referral_file WHERE person = '" + person + "'").getFirst();
        var address = "/api/referrals/" + referral;
        as("coordinator").header("If-Match", as("coordinator").get(address).header("ETag")).body("{\"reason\": \"no-capacity\"}").post(address + "/decline")
                .then().statusCode(200);
    }

    /** What is said of the person in nine years; null where they are not due. */
    private static Map<String, Object> due(String person) {
        String after = null;
        while (true) {
            var request = as("steward").queryParam("on", LocalDate.now().plusYears(9).toString()).queryParam("limit", "200");
            if (after != null) request.queryParam("after", after);
            var page = request.get("/api/people/due-for-erasure").then().statusCode(200).extract().jsonPath();
            Map<String, Object> found = page.getMap("items.find { it.person == '" + person + "' }");
            after = page.getString("next");
            if (found != null || after == null) return found;
        }
    }

    /** @return the person */
    private static String refer(String body) {
        var address = as("partner").body(body).post("/api/referrals").then().statusCode(201).extract().header("Location");
        return as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
