package org.kith.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.Asking.as;
import static org.kith.directory.Asking.get;
import static org.kith.directory.Asking.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ReferenceDataTest {

    private static boolean loaded;

    @BeforeEach
    void load_once() {
        if (!loaded) load();
        loaded = true;
    }

    private static void load() {
        for (var request : ReferenceFiles.all())
            assertThat(put("administrator", request.path(), request.json()).statusCode()).as(request.path()).isIn(200, 201);
    }

    @Test
    void loading_again_changes_nothing() {
        var before = versions();
        load();

        assertThat(versions()).isEqualTo(before).hasSizeGreaterThan(90);
    }

    @Test
    void the_42_practices_keep_their_oddities() {
        // other tests add practices of their own
        var practices = all("/api/practices").stream().filter(p -> p.get("code").toString().startsWith("KITH-NLW-")).toList();

        assertThat(practices).hasSize(42).allSatisfy(p -> assertThat(p).containsEntry("codeOrigin", "kith-local"));
        assertThat(practices).filteredOn(p -> "not-a-practice".equals(p.get("kind"))).hasSize(3);
        assertThat(practices).filteredOn(p -> !p.containsKey("listSize")).extracting(p -> p.get("code")).containsExactly("KITH-NLW-39");
        assertThat(practices).filteredOn(p -> "12,000 - 15,000".equals(p.get("listSize"))).hasSize(1);
        assertThat(practices).filteredOn(p -> "PE31 6GZ".equals(p.get("postcode"))).hasSize(3);
    }

    @Test
    void a_practice_that_moves_is_in_both_clusters_each_in_its_time() {
        var moved = """
                {"name": "DOCKING SURGERY", "postcode": "pe318nq", "listSize": "5,624", "codeOrigin": "kith-local", "kind": "practice",
                 "clusters": [{"programme": "norfolk-living-well", "cluster": "swaffham", "from": "2026-01-01"}]}""";
        put("administrator", "/api/practices/KITH-NLW-06", moved).then().statusCode(200);

        var clusters = get("partner", "/api/practices/KITH-NLW-06").then().statusCode(200).extract().jsonPath();
        assertThat(clusters.getList("clusters.cluster")).containsExactly("coastal", "swaffham");
        var told = Published.until("directory", m -> m.type().equals("practice.joined-cluster") && m.json().contains("2026-01-01"));
        assertThat(told.getLast().headers()).containsEntry("ce_area", "swaffham").containsEntry("ce_programmes", "norfolk-living-well");
    }

    @Test
    void only_an_administrator_sets_up_programmes() {
        var body = ReferenceFiles.programme("clics").getFirst().json();

        put("coordinator", "/api/programmes/clics", body).then().statusCode(403);
        RestAssured.given().contentType("application/json").body(body).put("/api/programmes/clics").then().statusCode(401);
    }

    @Test
    void every_field_at_fault_is_named() {
        var wrong = """
                {"id": "other", "name": " ", "lawfulBasis": "because", "areas": [{"code": "a b", "name": "A"}, {"code": "x", "name": "X"}, {"code": "x", "name": "Y"}]}""";
        var errors = put("administrator", "/api/programmes/clics", wrong).then().statusCode(422).extract().jsonPath();

        assertThat(errors.getList("errors.field"))
                .containsExactlyInAnyOrder("id", "name", "lawfulBasis", "areas[0].code", "areas[2].code");
    }

    @Test
    void an_area_is_never_taken_away() {
        var fewer = """
                {"name": "RIC CLICS", "lawfulBasis": "public-task", "areas": [{"code": "CP4", "name": "Community Partnership 4"}]}""";
        put("administrator", "/api/programmes/clics", fewer).then().statusCode(409).extract().jsonPath();
    }

    @Test
    void a_stale_view_changes_nothing() {
        var body = ReferenceFiles.programme("clics").getFirst().json();

        as("administrator").header("If-Match", "\"99\"").body(body).put("/api/programmes/clics").then().statusCode(412);
    }

    @Test
    void a_partner_sees_the_programmes_it_takes_part_in() {
        assertThat(get("other-partner", "/api/programmes").then().statusCode(200).extract().jsonPath().getList("items.id"))
                .containsExactly("norfolk-living-well");
        get("other-partner", "/api/programmes/clics").then().statusCode(404);
        get("other-partner", "/api/funds").then().statusCode(403);
    }

    @Test
    void a_post_is_held_and_left() {
        var path = "/api/posts/nlw-worker-fens";
        put("administrator", path + "/holder", Map.of("worker", "account-1", "from", "2026-04-01")).then().statusCode(200);
        assertThat(get("worker", path).jsonPath().getString("worker")).isEqualTo("account-1");
        as("administrator").delete(path + "/holder?until=2026-05-31").then().statusCode(200);
        assertThat(get("worker", path).jsonPath().getString("worker")).isNull();

        var told = Published.until("directory", m -> m.type().equals("post.vacated"));
        assertThat(told).anySatisfy(m -> assertThat(m.json()).contains("\"worker\":\"account-1\"", "\"areas\":[\"fens\"]"));
    }

    private static List<String> versions() {
        var versions = new ArrayList<String>();
        for (var register : List.of("/api/programmes", "/api/practices", "/api/funds", "/api/posts"))
            all(register).forEach(item -> versions.add(register + item.getOrDefault("id", item.get("code")) + item.get("version")));
        all("/api/code-lists").forEach(list -> versions.add(list.toString()));
        return versions;
    }

    private static List<Map<String, Object>> all(String register) {
        var items = new ArrayList<Map<String, Object>>();
        String next = "";
        do {
            var page = get("administrator", register + "?limit=30&after=" + next).then().statusCode(200).extract().jsonPath();
            items.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return items;
    }
}
