package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who the practices of a programme are, and which cluster each was in on which day. */
class PracticesTest {
    private static final String NORFOLK = "norfolk-living-well";

    @Test
    @Tag("D8")
    void the_42_practices_of_the_prospectus_are_in_its_7_clusters_with_its_oddities_and_codes_marked_as_ours() {
        var practices = listed().stream().filter(practice -> practice.path("code").asText().startsWith("KITH-NLW-")).toList();

        var sizes = new TreeMap<String, Integer>();
        for (var practice : practices) sizes.merge(practice.at("/clusters/0/cluster").asText(), 1, Integer::sum);
        assertThat(sizes).isEqualTo(Map.of("breckland", 5, "coastal", 5, "fens", 6, "ketts-oak", 3, "kings-lynn", 8, "mid-norfolk", 5, "swaffham", 10));
        assertThat(practices).hasSize(42).allSatisfy(practice -> {
            assertThat(practice.path("codeOrigin").asText()).isEqualTo("kith-local");
            assertThat(practice.at("/clusters/0/from").asText()).isEqualTo("2018-02-01");
        });
        assertThat(practices).filteredOn(practice -> practice.path("listSize").asText().contains(" - ")).extracting(practice -> practice.path("name").asText())
                .containsExactly("GAYTON ROAD HEALTH CENTRE");
        assertThat(practices).filteredOn(practice -> !practice.has("listSize")).extracting(practice -> practice.path("name").asText())
                .containsExactly("VILLAGE COMMUNITY CENTRE");
        assertThat(practices).filteredOn(practice -> practice.path("kind").asText().equals("not-a-practice")).hasSize(3);
        assertThat(clustersAt(practices, "PE31 6GZ")).containsExactly("coastal", "kings-lynn", "kings-lynn");
        assertThat(clustersAt(practices, "PE37 8EF")).containsExactly("swaffham", "swaffham");
    }

    @Test
    @Tag("D8")
    void a_practice_that_changes_its_cluster_stays_in_the_old_one_for_what_was_before() {
        var code = "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Kith.as("administrator").put("/api/practices/" + code, """
            {"name": "Example Surgery", "codeOrigin": "kith-local", "kind": "practice",
             "clusters": [{"programme": "%1$s", "cluster": "fens", "from": "2018-02-01"}, {"programme": "%1$s", "cluster": "coastal", "from": "2026-06-01"}]}"""
                .formatted(NORFOLK)).then().statusCode(201);

        Eventually.holds(() -> referred(code, "2026-05-31T12:00:00Z", "fens"));
        referred(code, "2026-06-01T12:00:00Z", "coastal");
    }

    private static void referred(String practice, String occurredAt, String area) {
        var body = Referrals.toNorfolk(People.someone()).replace(Referrals.NORFOLK_PRACTICE, practice).replaceFirst("\\{", "{\"occurredAt\": \"" + occurredAt + "\", ");
        var address = Kith.as("partner").post("/api/referrals", body).then().statusCode(201).extract().header("Location");
        Kith.as("coordinator").get(address).then().statusCode(200).body("area", equalTo(area));
    }

    private static List<String> clustersAt(List<JsonNode> practices, String postcode) {
        return practices.stream().filter(practice -> practice.path("postcode").asText().equals(postcode))
                .map(practice -> practice.at("/clusters/0/cluster").asText()).sorted().toList();
    }

    private static List<JsonNode> listed() {
        var all = new ArrayList<JsonNode>();
        JsonNode page;
        var after = "";
        do {
            page = Kith.json(Kith.as("analyst").request().queryParam("limit", 30).queryParam("after", after).get("/api/practices").then().statusCode(200).extract().asString());
            page.path("items").forEach(all::add);
            after = page.path("next").asText();
        } while (!after.isEmpty());
        return all;
    }
}
