package org.kith.volunteer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.DirectoryTopic;
import org.kith.testsupport.Published;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Checks of volunteers, by the lists of the programme's nation. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class AssuranceTest {
    private static final LocalDate TODAY = LocalDate.now();

    @Inject ReferenceCopy reference;

    @BeforeEach
    void reference_data() {
        if (reference.current().programme("improving-lives").isPresent()) return;
        try (var directory = new DirectoryTopic()) {
            directory.programme("norfolk-living-well", "fens").programmeOf("scotland", "improving-lives", "locality-1")
                    .codeList("volunteer-source", "self", "social-prescriber")
                    .codeList("check-kind", "dbs-basic", "dbs-enhanced-barred-adults")
                    .codeList("check-kind-scotland", "pvg-adults", "disclosure-level-1")
                    .codeList("check-evidence", "certificate")
                    .codeList("check-evidence-scotland", "membership-statement", "digital-disclosure");
        }
        await().atMost(60, TimeUnit.SECONDS).until(() -> reference.current().codeLists().containsKey("check-evidence-scotland")
                && reference.current().programme("improving-lives").isPresent() && reference.current().programme("norfolk-living-well").isPresent()
                && reference.current().codeLists().keySet().containsAll(List.of("volunteer-source", "check-kind", "check-kind-scotland", "check-evidence")));
    }

    @Test
    void a_member_of_the_pvg_scheme_may_do_a_regulated_role_until_the_membership_ends() {
        var volunteer = recruited("improving-lives", "locality-1");
        assertThat(put(volunteer + "/regulated-roles/adults").then().statusCode(409).extract().jsonPath().getString("code")).isEqualTo("check-required");
        post(volunteer + "/checks", check("disclosure-level-1", "digital-disclosure", TODAY)).then().statusCode(201);
        put(volunteer + "/regulated-roles/adults").then().statusCode(409);
        post(volunteer + "/checks", check("pvg-adults", "membership-statement", TODAY.minusYears(4))).then().statusCode(201);
        put(volunteer + "/regulated-roles/adults").then().statusCode(200);
        put(volunteer + "/regulated-roles/adults").then().statusCode(200);

        var read = get(volunteer).then().statusCode(200).extract().jsonPath();
        assertThat(read.getList("regulatedRoles")).containsExactly("adults");
        assertThat(read.getString("checks.find { it.kind == 'pvg-adults' }.renewBy")).isEqualTo(TODAY.minusYears(4).plusYears(5).toString());

        delete(volunteer + "/checks/pvg-adults").then().statusCode(200);
        assertThat(delete(volunteer + "/checks/pvg-adults").statusCode()).isEqualTo(409);
        assertThat(get(volunteer).jsonPath().getList("regulatedRoles")).isEmpty();
        assertThat(get(volunteer).jsonPath().getList("checks.kind")).containsExactly("disclosure-level-1");

        var told = Published.until("volunteer", m -> m.type().equals("regulated-role.stopped") && m.key().equals("volunteer-" + id(volunteer)));
        assertThat(told).filteredOn(m -> m.key().equals("volunteer-" + id(volunteer))).extracting(Published.Message::type)
                .containsExactly("volunteer.recruited", "check.recorded", "check.recorded", "regulated-role.started", "check.ended", "regulated-role.stopped");
    }

    @Test
    void what_ends_soon_or_has_ended_is_listed_until_it_is_renewed() {
        var volunteer = recruited("improving-lives", "locality-1");
        post(volunteer + "/checks", check("pvg-adults", "membership-statement", TODAY.minusYears(5).plusDays(30))).then().statusCode(201);
        assertThat(due("")).contains(id(volunteer));
        assertThat(due("?by=" + TODAY.plusDays(29))).doesNotContain(id(volunteer));
        post(volunteer + "/checks", check("pvg-adults", "membership-statement", TODAY)).then().statusCode(201);
        assertThat(due("")).doesNotContain(id(volunteer));
        given().header("Authorization", Tokens.bearer("partner")).get("/api/volunteers/checks-due").then().statusCode(403);
        get("/api/volunteers/checks-due?by=soon&limit=0").then().statusCode(422);
    }

    @Test
    void each_nation_has_kinds_of_its_own() {
        var english = recruited("norfolk-living-well", "fens");
        var faults = post(english + "/checks", Map.of("kind", "pvg-adults", "evidence", "gossip", "issuedOn", TODAY.plusDays(1).toString(), "renewBy", "x"))
                .then().statusCode(422).extract().jsonPath();
        assertThat(faults.getList("errors.field")).containsExactlyInAnyOrder("kind", "evidence", "issuedOn", "renewBy");
        post(english + "/checks", check("dbs-enhanced-barred-adults", "certificate", TODAY.minusYears(9))).then().statusCode(201);
        put(english + "/regulated-roles/adults").then().statusCode(200);

        var scottish = recruited("improving-lives", "locality-1");
        var late = new HashMap<>(check("pvg-adults", "membership-statement", TODAY));
        var unseen = post(scottish + "/checks", check("disclosure-level-1", "membership-statement", TODAY)).then().statusCode(422).extract().jsonPath();
        assertThat(unseen.getList("errors.field")).containsExactly("evidence");
        assertThat(unseen.getList("errors.code")).containsExactly("not-of-this-kind");
        late.put("renewBy", TODAY.plusYears(5).plusDays(1).toString());
        assertThat(post(scottish + "/checks", late).then().statusCode(422).extract().jsonPath().getList("errors.code")).containsExactly("too-late");
        late.put("checkedOn", TODAY.minusDays(1).toString());
        late.put("renewBy", TODAY.plusYears(3).toString());
        assertThat(post(scottish + "/checks", late).then().statusCode(422).extract().jsonPath().getList("errors.code")).containsExactly("before-issued");
    }

    @Test
    void only_a_coordinator_of_the_programme_assures() {
        var volunteer = recruited("improving-lives", "locality-1");
        given().header("Authorization", Tokens.bearer("worker")).contentType("application/json").body(check("pvg-adults", "membership-statement", TODAY))
                .post(volunteer + "/checks").then().statusCode(403);
        put("/api/volunteers/" + UUID.randomUUID() + "/regulated-roles/adults").then().statusCode(404);
        put(volunteer + "/regulated-roles/everybody").then().statusCode(404);
    }

    private static Map<String, Object> check(String kind, String evidence, LocalDate issuedOn) {
        return Map.of("kind", kind, "evidence", evidence, "issuedOn", issuedOn.toString());
    }

    private static String recruited(String programme, String area) {
        return post("/api/volunteers", Map.of("programme", programme, "area", area, "source", "self", "givenName", "Ada", "familyName", "Testcase"))
                .then().statusCode(201).extract().header("Location");
    }

    private static List<String> due(String query) {
        return get("/api/volunteers/checks-due" + query).then().statusCode(200).extract().jsonPath().getList("items.volunteer");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Response post(String path, Object body) {
        return given().header("Authorization", Tokens.bearer("coordinator")).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json").body(body).post(path);
    }

    private static Response put(String path) {
        return given().header("Authorization", Tokens.bearer("coordinator")).put(path);
    }

    private static Response delete(String path) {
        return given().header("Authorization", Tokens.bearer("coordinator")).delete(path);
    }

    private static Response get(String path) {
        return given().header("Authorization", Tokens.bearer("coordinator")).get(path);
    }
}
