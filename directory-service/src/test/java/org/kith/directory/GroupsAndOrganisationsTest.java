package org.kith.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.Asking.get;
import static org.kith.directory.Asking.post;
import static org.kith.directory.Asking.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class GroupsAndOrganisationsTest {

    @BeforeEach
    void reference_data() {
        ReferenceFiles.codeLists().forEach(r -> put("administrator", r.path(), r.json()));
        ReferenceFiles.programme("clics").forEach(r -> put("administrator", r.path(), r.json()));
    }

    @Test
    void a_group_is_formed_and_supported() {
        var made = post("coordinator", "/api/groups", GrantsTest.group("Walk and Talk")).then().statusCode(201).extract();
        var location = made.header("Location");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");

        var support = Map.of("kind", "abcd-training", "dimension", "membership", "occurredAt", "2026-04-10T10:00:00+01:00");
        assertThat(post("worker", location + "/support", support).then().statusCode(201).extract().header("ETag")).isEqualTo("\"2\"");

        assertThat(get("coordinator", location).jsonPath().getInt("supports")).isEqualTo(1);
        assertThat(get("coordinator", location + "/support").jsonPath().getString("items[0].kind")).isEqualTo("abcd-training");
        var id = made.jsonPath().getString("id");
        var told = Published.until("directory", m -> m.type().equals("group.supported") && m.json().contains(id));
        assertThat(told).filteredOn(m -> m.json().contains(id)).hasSize(2).allSatisfy(m -> assertThat(m.headers())
                .containsEntry("ce_programmes", "clics")
                .containsEntry("ce_area", "CP4")
                .containsEntry("ce_provider", "kith-host")
                .containsEntry("ce_subject", "group-" + id));
        assertThat(told).filteredOn(m -> m.type().equals("group.supported") && m.json().contains(id)).singleElement().satisfies(m -> {
            assertThat(m.json()).contains("\"groupFormedOn\":\"2026-04-02\"", "\"dimension\":\"membership\"");
            assertThat(m.headers()).containsEntry("ce_time", "2026-04-10T09:00:00Z");
        });
    }

    @Test
    void support_before_the_group_began_is_refused() {
        var location = post("coordinator", "/api/groups", GrantsTest.group("Sing and Swing")).header("Location");
        var early = Map.of("kind", "abcd-training", "occurredAt", "2026-04-01T10:00:00Z");
        assertThat(post("coordinator", location + "/support", early).then().statusCode(409).extract().jsonPath().getString("code"))
                .isEqualTo("supported-before-formed");
        post("coordinator", "/api/groups/" + UUID.randomUUID() + "/support", early).then().statusCode(404);
    }

    @Test
    void every_field_at_fault_is_named() {
        var wrong = Map.of("programme", "clics", "area", "CP9", "name", "x".repeat(201), "formedOn", "2999-01-01", "prompt", "whim");
        assertThat(post("coordinator", "/api/groups", wrong).then().statusCode(422).extract().jsonPath().getList("errors.field"))
                .containsExactlyInAnyOrder("area", "name", "formedOn", "prompt", "constituted");
        assertThat(post("coordinator", "/api/groups", Map.of("programme", "no-such")).then().statusCode(422).extract().jsonPath().getList("errors.field"))
                .contains("programme", "area", "name");
        assertThat(post("coordinator", "/api/groups", "{\"programme\": \"a\\u0000b\"}").then().statusCode(422).extract().jsonPath().getList("errors.field"))
                .contains("programme");
    }

    @Test
    void an_organisation_is_identified_once_in_an_area() {
        var name = "The Allotment Circle " + UUID.randomUUID();
        var made = post("worker", "/api/organisations", organisation(name, "CP4")).then().statusCode(201).extract();
        assertThat(get("analyst", made.header("Location")).jsonPath().getList("delivers")).containsExactly("nature", "health");

        assertThat(post("worker", "/api/organisations", organisation(name.toUpperCase(), "CP4")).then().statusCode(409).extract().jsonPath().getString("code"))
                .isEqualTo("already-identified");
        post("worker", "/api/organisations", organisation(name, "CP5")).then().statusCode(201);
    }

    @Test
    void a_retried_request_gets_the_first_answer() {
        var body = organisation("Faith Kitchen " + UUID.randomUUID(), "CP6");
        var first = post("worker", "/api/organisations", body, "retried-1").then().statusCode(201).extract().header("Location");
        assertThat(post("worker", "/api/organisations", body, "retried-1").then().statusCode(201).extract().header("Location")).isEqualTo(first);
    }

    private static Map<String, Object> organisation(String name, String area) {
        return Map.of("programme", "clics", "area", area, "name", name, "kind", "voluntary", "delivers", List.of("nature", "health"));
    }
}
