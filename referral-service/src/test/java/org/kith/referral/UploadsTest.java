package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.uploading.UploadSample;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class UploadsTest {
    private static final String UPLOADS = "/api/referral-uploads";
    private static final RestAssuredConfig CSV = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @ConfigProperty(name = "kith.db.user") String user;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void right_rows_go_in_and_wrong_ones_say_why() {
        var wrong = row().replace("debt", "boredom").replace("1947-05-12", "12/05/1947");
        var upload = finished(upload(row() + wrong + row().replace(",yes,", ",perhaps,") + row().replace(",Lives alone.", ",Lives, alone.")));
        assertThat(upload.getList("results.result", String.class)).containsExactly("received", "refused", "refused", "refused");
        assertThat(upload.getList("results.row", Integer.class)).containsExactly(2, 3, 4, 5);
        assertThat(upload.getList("results[1].errors.field", String.class)).containsExactlyInAnyOrder("reasons", "birthDate");
        assertThat(upload.getList("results[2].errors.field", String.class)).containsExactly("consentGiven");
        assertThat(upload.getMap("counts")).containsEntry("received", 1).containsEntry("refused", 3).containsEntry("waiting", 0);
        as("partner").get("/api/referrals/" + upload.getString("results[0].referral")).then().statusCode(200).body("details.note", equalTo("Lives alone."));
    }

    @Test
    void a_row_leads_to_the_same_events_as_the_referral_over_rest_but_for_the_door() {
        var uploaded = finished(upload(row())).getString("results[0].referral");
        var person = Sample.person();
        var posted = as("partner").contentType(ContentType.JSON).body(Sample.referral(person)
                .replace("\"note\"", "\"occurredAt\": \"2026-03-02T10:15:30Z\", \"note\"").replace("\"postcode\"", "\"gender\": \"female\", \"postcode\"")).post("/api/referrals")
                .path("id").toString();
        assertThat(facts(uploaded)).isEqualTo(facts(posted).stream().map(fact -> fact.replace("\"rest\"", "\"csv\"")).toList()).hasSize(2);
    }

    @Test
    void a_row_about_who_is_under_18_says_who_consented() {
        var child = row().replace("1947-05-12", "2014-05-12");
        assertThat(finished(upload(child)).getString("results[0].errors[0].field")).isEqualTo("consentBy");
    }

    @Test
    void the_same_file_again_adds_nothing_and_a_changed_row_says_so() {
        var kept = row();
        var changed = row();
        var first = finished(upload(kept + changed));
        long before = rows.count("event");
        var second = finished(upload(kept + changed.replace("Lives alone.", "Lives with a dog.") + kept));
        assertThat(second.getList("results.result", String.class)).containsExactly("unchanged", "changed", "unchanged");
        assertThat(second.getList("results.referral", String.class).subList(0, 2)).isEqualTo(first.getList("results.referral", String.class));
        assertThat(rows.count("event")).isEqualTo(before);
    }

    @Test
    void a_closed_referral_does_not_come_back_by_its_file() {
        var row = row();
        var referral = finished(upload(row)).getString("results[0].referral");
        as("coordinator").contentType(ContentType.JSON).header("If-Match", "\"2\"").body("{\"reason\": \"no-capacity\"}").post("/api/referrals/" + referral + "/decline").then()
                .statusCode(200);
        assertThat(finished(upload(row)).getString("results[0].result")).isEqualTo("unchanged");
    }

    @Test
    void a_referral_under_the_same_reference_through_another_door_is_the_same() {
        var person = Sample.person();
        var reference = "our-" + UUID.randomUUID();
        as("partner").contentType(ContentType.JSON).body(Sample.referral(person).replace("{\"programme\"", "{\"externalReference\": \"" + reference + "\", \"programme\""))
                .post("/api/referrals");
        assertThat(finished(upload(UploadSample.row(reference, person.nhsNumber(), person.familyName()))).getString("results[0].result")).isEqualTo("already-referred");
    }

    @Test
    void what_was_acknowledged_is_finished_later_and_counted_once_however_far_it_had_come() {
        long before = rows.count("event");
        rows.change("REVOKE INSERT ON referral_upload_reference FROM " + user);
        var address = upload(row() + row());
        var id = address.substring(address.lastIndexOf('/') + 1);
        rows.change("CREATE TABLE left_rows AS SELECT * FROM referral_upload_row WHERE upload = '" + id + "'");
        rows.change("CREATE TABLE left_key AS SELECT * FROM vault_key WHERE person = '" + id + "'");
        as("partner").get(address).then().body("status", equalTo("working")).body("counts.waiting", equalTo(2));
        rows.change("GRANT INSERT ON referral_upload_reference TO " + user);
        takeUpAgain(id);
        var first = finished(address).getList("results.referral", String.class);

        // the referrals are stored and what became of the rows is not, as after a kill between the two
        rows.change("INSERT INTO vault_key SELECT * FROM left_key");
        rows.change("UPDATE referral_upload_row r SET sealed = l.sealed, result = NULL, referral = NULL FROM left_rows l WHERE r.upload = l.upload AND r.row = l.row");
        rows.change("UPDATE referral_upload SET finished_at = NULL WHERE id = '" + id + "'");
        takeUpAgain(id);
        var second = finished(address);
        assertThat(second.getList("results.result", String.class)).containsExactly("received", "received");
        assertThat(second.getList("results.referral", String.class)).isEqualTo(first);
        assertThat(rows.count("event")).isEqualTo(before + 2 * 2 + 2 * 2);
    }

    /** Its holder's time is over; another file calls the service to work. */
    private void takeUpAgain(String id) {
        rows.change("UPDATE referral_upload SET taken_until = '-infinity' WHERE id = '" + id + "'");
        finished(upload(row()));
    }

    @Test
    void nothing_of_a_person_stays_in_the_file_once_it_is_finished() {
        var upload = finished(upload(row() + row().replace("debt", "boredom")));
        var id = upload.getString("id");
        assertThat(rows.texts("SELECT row::text FROM referral_upload_row WHERE upload = '" + id + "' AND sealed IS NOT NULL")).isEmpty();
        assertThat(rows.texts("SELECT person::text FROM vault_key WHERE person = '" + id + "'")).isEmpty();
    }

    @Test
    void a_retry_under_the_same_key_is_answered_as_before() {
        var key = UUID.randomUUID().toString();
        var file = UploadSample.HEADER + row();
        var first = csv("partner").header("Idempotency-Key", key).body(file).post(UPLOADS).then().statusCode(202).extract().header("Location");
        csv("partner").header("Idempotency-Key", key).body(file).post(UPLOADS).then().statusCode(202).header("Location", equalTo(first));
        csv("partner").header("Idempotency-Key", key).body(UploadSample.HEADER + row()).post(UPLOADS).then().statusCode(422);
    }

    @Test
    void results_come_in_pages_and_as_csv() {
        var address = upload(IntStream.range(0, 5).mapToObj(_ -> row().replace("debt", "=boredom")).collect(Collectors.joining()));
        finished(address);
        var page = as("partner").get(address + "?limit=2&after=3").then().statusCode(200).extract().jsonPath();
        assertThat(page.getList("results.row", Integer.class)).containsExactly(4, 5);
        assertThat(page.getString("next")).isEqualTo("5");
        var text = as("partner").accept("text/csv").get(address).then().statusCode(200).contentType("text/csv").extract().asString();
        assertThat(text.lines()).hasSize(6).anySatisfy(line -> assertThat(line).startsWith("2,refused,,reasons,unknown-code,")).noneMatch(line -> line.contains("boredom"));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_whole_and_nothing_is_stored() {
        long before = rows.count("referral_upload");
        csv("partner").body("programme,nonsense\na,b\n").post(UPLOADS).then().statusCode(422).contentType("application/problem+json");
        csv("partner").body(UploadSample.HEADER).post(UPLOADS).then().statusCode(400);
        csv("partner").body(UploadSample.HEADER + row().repeat(2_001)).post(UPLOADS).then().statusCode(422);
        as("partner").contentType(ContentType.JSON).body("{}").post(UPLOADS).then().statusCode(415);
        assertThat(rows.count("referral_upload")).isEqualTo(before);
    }

    @Test
    void only_who_may_refer_uploads_and_only_their_organisation_reads() {
        var address = upload(row());
        as("other-partner").get(address).then().statusCode(404);
        as("coordinator").get(address).then().statusCode(404);
        as("partner").get(UPLOADS + "/" + UUID.randomUUID()).then().statusCode(404);
        csv("analyst").body(UploadSample.HEADER + row()).post(UPLOADS).then().statusCode(403);
        given().config(CSV).contentType("text/csv").body("x").post(UPLOADS).then().statusCode(401);
        var upload = finished("other-partner",
                csv("other-partner").body(UploadSample.HEADER + row().replace("norfolk-living-well", "clics").replace("KITH-NLW-07", "")).post(UPLOADS).header("Location"));
        assertThat(upload.getList("results[0].errors.field", String.class)).contains("programme");
    }

    private static String row() {
        var person = Sample.person();
        return UploadSample.row("our-" + UUID.randomUUID(), person.nhsNumber(), person.familyName());
    }

    /** @return the file's address */
    private static String upload(String rows) {
        return csv("partner").body(UploadSample.HEADER + rows).post(UPLOADS).then().statusCode(202).extract().header("Location");
    }

    private static JsonPath finished(String address) {
        return finished("partner", address);
    }

    private static JsonPath finished(String client, String address) {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50))
                .until(() -> as(client).get(address).then().statusCode(200).extract().jsonPath(), upload -> upload.getString("status").equals("finished"));
    }

    private List<String> facts(String referral) {
        return rows.texts("SELECT type || ' ' || data::text FROM event WHERE stream_id = 'referral-" + referral + "' ORDER BY version").stream()
                .map(text -> text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")).toList();
    }

    private static RequestSpecification csv(String client) {
        return as(client).config(CSV).contentType("text/csv");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client));
    }
}
