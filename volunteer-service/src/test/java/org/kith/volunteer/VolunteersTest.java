package org.kith.volunteer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.events.ReferralEvent.PersonErased;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.DirectoryTopic;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;
import org.kith.testsupport.TopicOf;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class VolunteersTest {
    @Inject ReferenceCopy reference;

    @Inject Pool pool;

    @BeforeEach
    void reference_data() {
        if (reference.current().programme("clics").isPresent()) return;
        try (var directory = new DirectoryTopic()) {
            directory.programme("clics", "CP4", "CP5")
                    .codeList("volunteer-source", "self", "social-prescriber")
                    .codeList("module-kind", "rsph-level-1", "mecc", "mental-health-awareness", "needs-led", "online-package")
                    .codeList("training-module", "rsph-level-1", "mecc", "mental-health-awareness", "first-aid", "safeguarding");
        }
        await().atMost(60, TimeUnit.SECONDS).until(this::known);
    }

    private boolean known() {
        var now = reference.current();
        return now.codeLists().keySet().containsAll(List.of("volunteer-source", "module-kind", "training-module")) && now.programme("clics").isPresent();
    }

    @Test
    void is_ready_once_reference_data_and_erasures_are_known() {
        await().atMost(60, TimeUnit.SECONDS).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void four_modules_make_a_trained_volunteer_with_a_certificate() {
        var location = recruit(Map.of()).then().statusCode(201).extract().header("Location");
        for (var module : List.of(needsLed("first-aid"), Map.of("kind", "mecc"), Map.of("kind", "rsph-level-1")))
            post("coordinator", location + "/modules", module).then().statusCode(201);
        assertThat(get("coordinator", location).jsonPath().getBoolean("trained")).isFalse();
        post("coordinator", location + "/modules", Map.of("kind", "mental-health-awareness")).then().statusCode(201);
        assertThat(post("coordinator", location + "/modules", Map.of("kind", "mecc")).then().statusCode(409).extract().jsonPath().getString("code"))
                .isEqualTo("module-already-completed");

        var volunteer = get("coordinator", location).then().statusCode(200).extract().jsonPath();
        var number = volunteer.getString("certificate");
        assertThat(volunteer.getBoolean("trained")).isTrue();
        assertThat(volunteer.getString("personal.familyName")).isEqualTo("Quillfeather");
        assertThat(volunteer.getList("modules")).hasSize(4);

        var checked = get("partner", "/api/certificates/" + number.toLowerCase()).then().statusCode(200).extract().jsonPath();
        assertThat(checked.getBoolean("valid")).isTrue();
        assertThat(checked.getString("volunteer")).isNull();
        assertThat(get("coordinator", "/api/certificates/" + number).jsonPath().getString("volunteer")).isEqualTo(volunteer.getString("id"));
        assertThat(get("partner", "/api/certificates/KV-00000-00000-Z").jsonPath().getBoolean("valid")).isFalse();

        var told = Published.until("volunteer", m -> m.type().equals("certificate.issued") && m.json().contains(number));
        assertThat(told).filteredOn(m -> m.key().equals("volunteer-" + volunteer.getString("id"))).extracting(Published.Message::type)
                .containsExactly(
                        "volunteer.recruited", "module.completed", "module.completed", "module.completed", "module.completed",
                        "volunteer.trained", "certificate.issued");
        assertThat(told).allSatisfy(m -> assertThat(m.json() + m.headers()).doesNotContain("Quillfeather", "ada@example.org"));
    }

    @Test
    void a_name_is_read_only_by_a_coordinator_and_never_without_audit() {
        var location = recruit(Map.of()).header("Location");
        var id = location.substring(location.lastIndexOf('/') + 1);

        assertThat(get("programme-manager", location).then().statusCode(200).extract().jsonPath().getMap("$")).doesNotContainKey("personal");
        assertThat(audited(id)).isZero();
        assertThat(get("coordinator", location).jsonPath().getString("personal.givenName")).isEqualTo("Ada");
        assertThat(audited(id)).isOne();
        get("worker", location).then().statusCode(403);
    }

    @Test
    void once_erased_a_name_is_gone_and_what_was_done_stays() {
        var location = recruit(Map.of()).header("Location");
        given().header("Authorization", Tokens.bearer("coordinator")).delete(location + "/personal").then().statusCode(403);
        given().header("Authorization", Tokens.bearer("steward")).delete(location + "/personal").then().statusCode(204);

        var volunteer = get("coordinator", location).then().statusCode(200).extract().jsonPath();
        assertThat(volunteer.getBoolean("erased")).isTrue();
        assertThat(volunteer.getMap("$")).doesNotContainKey("personal").containsEntry("source", "self");
    }

    @Test
    void somebody_known_elsewhere_is_a_volunteer_of_the_programme_once() {
        var person = UUID.randomUUID().toString();
        recruit(Map.of("person", person)).then().statusCode(201);
        assertThat(recruit(Map.of("person", person)).then().statusCode(409).extract().jsonPath().getString("code")).isEqualTo("already-recruited");
    }

    @Test
    void somebody_who_is_erased_elsewhere_is_erased_here() {
        var person = UUID.randomUUID().toString();
        var location = recruit(Map.of("person", person)).header("Location");
        try (var referral = new TopicOf("referral")) {
            referral.poison("person-broken", "person.erased").tell("person-" + person, List.of(), new PersonErased(person));
        }
        await().atMost(60, TimeUnit.SECONDS).until(() -> get("coordinator", location).jsonPath().getBoolean("erased"));
    }

    @Test
    void somebody_whose_clock_is_a_little_ahead_tells_no_future() {
        recruit(Map.of("occurredAt", Instant.now().plusSeconds(30).toString())).then().statusCode(201);
        assertThat(recruit(Map.of("occurredAt", Instant.now().plusSeconds(120).toString())).then().statusCode(422).extract().jsonPath().getList("errors.field"))
                .containsExactly("occurredAt");
    }

    @Test
    void no_certificate_is_dated_before_the_training_whoever_has_a_clock_ahead() {
        var ahead = Instant.now().plusSeconds(30).toString();
        var location = recruit(Map.of("occurredAt", ahead)).header("Location");
        for (var module : List.of(needsLed("first-aid"), Map.of("kind", "mecc"), Map.of("kind", "rsph-level-1"), Map.of("kind", "mental-health-awareness")))
            post("coordinator", location + "/modules", module).then().statusCode(201);

        var volunteer = get("coordinator", location).jsonPath();
        assertThat(Instant.parse(volunteer.getString("trainedAt"))).isAfter(Instant.now());
        assertThat(get("partner", "/api/certificates/" + volunteer.getString("certificate")).jsonPath().getString("issuedAt")).isEqualTo(volunteer.getString("trainedAt"));
    }

    @Test
    void a_retried_request_makes_one_volunteer() {
        var key = UUID.randomUUID().toString();
        var first = post("coordinator", "/api/volunteers", body(Map.of()), key).then().statusCode(201).extract().header("Location");
        assertThat(post("coordinator", "/api/volunteers", body(Map.of()), key).then().statusCode(201).extract().header("Location")).isEqualTo(first);
        assertThat(post("coordinator", "/api/volunteers", body(Map.of("area", "CP5")), key).statusCode()).isEqualTo(422);
    }

    @Test
    void every_field_at_fault_is_named_and_no_value_repeated() {
        var answer = recruit(Map.of("programme", "no-such", "source", "nowhere", "email", "secret", "phone", "x", "person", "y", "familyName", " "));
        assertThat(answer.then().statusCode(422).extract().jsonPath().getList("errors.field"))
                .containsExactlyInAnyOrder("programme", "source", "email", "phone", "person", "familyName");
        assertThat(answer.asString()).doesNotContain("secret");
    }

    @Test
    void a_name_lies_in_no_table_as_it_is_written() {
        recruit(Map.of()).then().statusCode(201);
        var tables = pool.query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").execute().await().indefinitely();
        assertThat(tables).extracting(row -> row.getString(0)).contains("event", "outbox", "idempotency_key", "volunteer_details");
        for (var table : tables) assertThat(found("ada@example.org", table.getString(0))).as(table.getString(0)).isZero();
        // the same search finds what does lie there
        assertThat(found("clics", "event")).isPositive();
    }

    /** Rows that hold the text, as it is or as bytes. */
    private long found(String text, String table) {
        var hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return pool.query("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%" + text + "%' OR t::text LIKE '%" + hex + "%'").execute()
                .await().indefinitely().iterator().next().getLong(0);
    }

    private long audited(String volunteer) {
        return pool.query("SELECT count(*) FROM vault_audit WHERE about = 'volunteer/" + volunteer + "'").execute()
                .await().indefinitely().iterator().next().getLong(0);
    }

    private static Map<String, Object> needsLed(String module) {
        return Map.of("kind", "needs-led", "module", module);
    }

    private static Response recruit(Map<String, Object> other) {
        return post("coordinator", "/api/volunteers", body(other));
    }

    private static Map<String, Object> body(Map<String, Object> other) {
        var body = new HashMap<String, Object>(Map.of(
                "programme", "clics", "area", "CP4", "source", "self", "givenName", "Ada", "familyName", "Quillfeather", "email", "ada@example.org"));
        body.putAll(other);
        return body;
    }

    private static Response post(String client, String path, Object body) {
        return post(client, path, body, UUID.randomUUID().toString());
    }

    private static Response post(String client, String path, Object body, String key) {
        return given().header("Authorization", Tokens.bearer(client)).header("Idempotency-Key", key).contentType("application/json").body(body).post(path);
    }

    private static Response get(String client, String path) {
        return given().header("Authorization", Tokens.bearer(client)).get(path);
    }
}
