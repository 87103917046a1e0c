package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Groups supported, volunteers trained and measured, case studies: each moves its own number of the CLICS model. */
class ClicsTest {
    private static final String PROGRAMME = "clics";
    private static final String CP4 = "?area=CP4";
    private static final List<String> REQUIRED = List.of("rsph-level-1", "mecc", "mental-health-awareness", "needs-led");

    private final Kith coordinator = Kith.as("coordinator");

    @Test
    @Tag("A4")
    void a_group_that_existed_before_the_year_counts_once_however_often_it_is_supported() {
        var watched = Watched.now(PROGRAMME, CP4);
        var group = formed(LocalDate.now().minusYears(3), true);
        support(group, "additional-funding", "governance");
        support(group, "link-to-volunteers", "membership");
        watched.moveBy(Map.of("groups-supported", 1), List.of("groups-formed", "volunteers-trained"));
    }

    @Test
    @Tag("A5")
    @Tag("A50")
    @Tag("A54")
    void a_new_group_counts_as_new_with_its_prompt_and_not_as_an_existing_one_that_was_supported() {
        var watched = Watched.now(PROGRAMME, CP4);
        var group = formed(LocalDate.now(), false);
        support(group, "informed-of-initiatives", "resources");
        watched.moveBy(Map.of("groups-formed", 1, "informal-groups-formed", 1), List.of("groups-supported"));
        assertThat(coordinator.get("/api/groups/" + group).asString()).contains("gap");
    }

    @Test
    @Tag("A2")
    void an_organisation_that_delivers_well_being_counts_as_identified() {
        var watched = Watched.now(PROGRAMME, CP4);
        created(coordinator.post("/api/organisations", """
            {"programme": "clics", "area": "CP4", "name": "Example Befrienders", "kind": "voluntary", "delivers": ["befriending", "well-being"]}"""));
        watched.moveBy(Map.of("organisations-identified", 1), List.of("groups-formed"));
    }

    @Test
    @Tag("A13")
    @Tag("A18")
    @Tag("A19")
    void a_volunteer_is_trained_by_the_last_required_module_and_gets_a_certificate_that_can_be_checked() {
        var watched = Watched.now(PROGRAMME, CP4);
        var volunteer = recruited();
        for (var module : REQUIRED.subList(0, 3)) completed(volunteer, module);
        watched.moveBy(Map.of("volunteers-recruited", 1, "modules-completed", 3), List.of("volunteers-trained", "certificates"));
        completed(volunteer, REQUIRED.getLast());
        watched.moveBy(Map.of("volunteers-trained", 1, "volunteers-recruited-and-trained", 1, "certificates", 1), List.of("volunteers-improved"));

        var number = Kith.json(coordinator.get("/api/volunteers/" + volunteer).asString()).path("certificate").asText();
        assertThat(number).isNotBlank();
        Kith.as("analyst").get("/api/certificates/" + number).then().statusCode(200);
    }

    @Test
    @Tag("A12")
    @Tag("A28")
    void well_being_counts_as_a_pair_of_the_same_volunteer() {
        var watched = Watched.now(PROGRAMME, CP4);
        var volunteer = recruited();
        measured(volunteer, "baseline", "[2, 2, 3, 2, 3, 2, 3]");
        measured(recruited(), "follow-up", "[5, 5, 5, 5, 5, 5, 5]");
        watched.moveBy(Map.of("volunteers-recruited", 2), List.of("volunteers-completing-wemwbs", "volunteers-improved"));
        measured(volunteer, "follow-up", "[4, 4, 4, 4, 4, 4, 4]");
        watched.moveBy(Map.of("volunteers-completing-wemwbs", 1, "volunteers-improved", 1), List.of());
    }

    @Test
    @Tag("A6")
    @Tag("A16")
    void case_studies_count_by_their_theme() {
        var watched = Watched.now(PROGRAMME, CP4);
        caseStudy("community-development");
        caseStudy("volunteering");
        watched.moveBy(Map.of("cd-case-studies", 1, "volunteering-case-studies", 1), List.of("volunteer-roles-case-studies"));
    }

    private String formed(LocalDate day, boolean constituted) {
        return id(created(coordinator.post("/api/groups", """
            {"programme": "clics", "area": "CP4", "name": "Example walking group", "formedOn": "%s", "prompt": "gap", "constituted": %s}"""
                .formatted(day, constituted))));
    }

    private void support(String group, String kind, String dimension) {
        created(coordinator.post("/api/groups/" + group + "/support", "{\"kind\": \"%s\", \"dimension\": \"%s\"}".formatted(kind, dimension)));
    }

    private String recruited() {
        return id(created(coordinator.post("/api/volunteers", """
            {"programme": "clics", "area": "CP4", "source": "social-prescriber", "givenName": "Testgiven", "familyName": "Testfamily",
             "email": "volunteer@example.org"}""")));
    }

    private void completed(String volunteer, String kind) {
        var module = kind.equals("needs-led") ? "first-aid" : kind;
        created(coordinator.post("/api/volunteers/" + volunteer + "/modules", "{\"module\": \"%s\", \"kind\": \"%s\"}".formatted(module, kind)));
    }

    private void measured(String volunteer, String occasion, String items) {
        created(coordinator.post("/api/measures", """
            {"programme": "clics", "area": "CP4", "subject": "%s", "subjectKind": "volunteer", "instrument": "swemwbs", "occasion": "%s", "items": %s}"""
                .formatted(volunteer, occasion, items)));
    }

    private void caseStudy(String theme) {
        created(coordinator.post("/api/case-studies", """
            {"programme": "clics", "area": "CP4", "theme": "%s", "shows": ["reduced-isolation"], "title": "An example", "text": "A plainly fictional story.",
             "consent": {"given": true, "how": "written", "on": "2026-05-01"}}""".formatted(theme)));
    }

    private static io.restassured.response.Response created(io.restassured.response.Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static String id(io.restassured.response.Response answer) {
        var location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
