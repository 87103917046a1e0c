package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.people.LedgerReplay;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;
import org.kith.vault.ErasureLedger;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ErasureTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @Inject ErasureLedger ledger;

    @Inject LedgerReplay replay;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void an_erased_person_can_never_be_read_again_and_the_world_is_told() throws IOException {
        var body = Sample.referral(Sample.person()).replace("{\"programme\"", "{\"externalReference\": \"our-17\", \"programme\"");
        var address = as("partner").body(body).post("/api/referrals").then().statusCode(201).extract().header("Location");
        var person = personAt(address);
        as("steward").delete("/api/people/" + person).then().statusCode(204);

        assertThat(rows.texts("SELECT 1 FROM referral_reference WHERE referral = '" + address.substring(address.lastIndexOf('/') + 1) + "'")).isEmpty();
        as("partner").get(address).then().statusCode(200).body("phase", equalTo("awaiting-reply")).body("details", nullValue());
        assertThat(rows.texts("SELECT 1 FROM vault_key WHERE person = '" + person + "'")).isEmpty();
        assertThat(rows.texts("SELECT 1 FROM vault_identifier WHERE person = '" + person + "'")).isEmpty();
        assertThat(rows.texts("SELECT action FROM vault_audit WHERE person = '" + person + "' AND about LIKE 'person/%'")).containsExactly("erased");
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'person-" + person + "'")).containsExactly("person.erased");
        assertThat(ledger.people()).contains(UUID.fromString(person));
    }

    @Test
    void who_is_referred_again_after_their_erasure_is_somebody_new() {
        var sample = Sample.person();
        var person = personAt(refer(Sample.referral(sample)));
        as("steward").delete("/api/people/" + person).then().statusCode(204);
        assertThat(personAt(refer(Sample.referral(sample)))).isNotEqualTo(person);
    }

    @Test
    void a_referral_that_is_still_open_goes_on_without_the_person() {
        var address = refer(Sample.referral(Sample.person()));
        as("steward").delete("/api/people/" + personAt(address)).then().statusCode(204);
        as("coordinator").header("If-Match", "\"2\"").body("{}").post(address + "/accept").then().statusCode(200);
    }

    @Test
    void erasing_somebody_again_is_answered_alike_and_told_once() {
        var person = personAt(refer(Sample.referral(Sample.person())));
        as("steward").delete("/api/people/" + person).then().statusCode(204);
        as("steward").delete("/api/people/" + person).then().statusCode(204);
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'person-" + person + "'")).hasSize(1);
    }

    @Test
    void only_a_steward_erases_and_only_who_is_known() {
        var person = personAt(refer(Sample.referral(Sample.person())));
        as("coordinator").delete("/api/people/" + person).then().statusCode(403);
        as("steward").delete("/api/people/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whom_a_restored_backup_brought_back_is_erased_again_from_the_ledger() throws IOException {
        var address = refer(Sample.referral(Sample.person()));
        var person = UUID.fromString(personAt(address));
        ledger.record(person, Instant.now(), "steward-1");

        assertThat(replay.apply(List.copyOf(ledger.people())).await().indefinitely()).isEqualTo(1);

        as("partner").get(address).then().body("details", nullValue());
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'person-" + person + "'")).containsExactly("person.erased");
        assertThat(replay.apply(List.copyOf(ledger.people())).await().indefinitely()).isZero();
    }

    @Test
    void a_referral_that_arrives_while_its_person_is_erased_is_never_lost_and_leaves_no_number_behind() throws Exception {
        for (int round = 0; round < 10; round++) {
            var sample = Sample.person();
            var body = Sample.referral(sample);
            var chi = Sample.chiNumber();
            var withAnotherNumber = body.replace("\"nhsNumber\"", "\"chiNumber\": \"" + chi + "\", \"nhsNumber\"");
            var person = personAt(refer(body));
            try (var pool = Executors.newFixedThreadPool(4)) {
                var arriving = List.of(pool.submit(() -> refer(body)), pool.submit(() -> refer(withAnotherNumber)), pool.submit(() -> refer(body)));
                as("steward").delete("/api/people/" + person).then().statusCode(204);
                for (var address : arriving) {
                    var answer = as("coordinator").get(address.get()).then().statusCode(200).extract();
                    // Either it came before, and was erased with the person, or after, and is readable as somebody new's.
                    boolean erased = person.equals(answer.path("person"));
                    assertThat(answer.path("details") == null).isEqualTo(erased);
                }
            }
            assertThat(rows.texts("SELECT 1 FROM vault_identifier WHERE person = '" + person + "'")).isEmpty();
            assertThat(personAt(refer(withAnotherNumber.replaceAll("\"nhsNumber\": \"[0-9]+\", ", "")))).isNotEqualTo(person);
        }
    }

    private static String refer(String body) {
        return as("partner").body(body).post("/api/referrals").then().statusCode(201).extract().header("Location");
    }

    private static String personAt(String address) {
        return as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
