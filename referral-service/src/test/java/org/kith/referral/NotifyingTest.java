package org.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kith.referral.ToldPartner.as;
import static org.kith.referral.ToldPartner.decline;
import static org.kith.referral.ToldPartner.id;
import static org.kith.referral.ToldPartner.step;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.WebhookReceiver.Answer;
import org.kith.testsupport.WebhookReceiver.Received;

/** Senders are told what became of their referrals. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class NotifyingTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private final ToldPartner partner = new ToldPartner();

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @AfterEach
    void nobody_listens_any_more() {
        partner.close();
    }

    @Test
    void a_partner_is_told_of_each_step_once_in_order_signed_and_without_the_person() throws Exception {
        var secret = partner.register("json");
        var referral = partner.support();
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        step(referral, "close", "{\"outcome\": \"goals-met\"}");

        await().untilAsserted(() -> assertThat(partner.kinds()).containsExactly("referral.accepted", "referral.first-contact", "referral.closed"));
        for (var one : partner.received()) {
            new Webhook(secret).verify(one.body(), one.headers());
            assertThat(one.mediaType()).isEqualTo("application/json");
            assertThat(one.body()).contains(id(referral)).doesNotContain(partner.person.familyName(), partner.person.nhsNumber(), "Wilhelmina", "PE36");
        }
        assertThat(JsonPath.from(partner.received().getLast().body()).getString("data.outcome")).isEqualTo("goals-met");
        await().untilAsserted(() -> assertThat(partner.deliveries().getList("items.state")).containsExactly("delivered", "delivered", "delivered"));
        assertThat(partner.deliveries().getList("items.id")).containsExactlyInAnyOrderElementsOf(partner.received().stream().map(Received::id).toList());
        assertThat(partner.deliveries().getInt("items[0].attempts[0].status")).isEqualTo(204);
    }

    @Test
    void a_decline_is_told_with_its_reason_and_nothing_that_was_not_asked_for() {
        partner.register("json", "[\"referral.declined\"]");
        partner.support();
        decline(partner.refer());
        await().untilAsserted(() -> assertThat(partner.kinds()).containsExactly("referral.declined"));
        assertThat(JsonPath.from(partner.received().getFirst().body()).getString("data.reason")).isEqualTo("no-capacity");
    }

    @Test
    void who_speaks_fhir_is_told_in_a_message_that_its_parser_reads() {
        partner.register("fhir");
        var referral = partner.refer();
        decline(referral);
        await().untilAsserted(() -> assertThat(partner.received()).hasSize(1));
        var one = partner.received().getFirst();
        assertThat(one.mediaType()).isEqualTo("application/fhir+json");
        assertThat(one.body()).doesNotContain(partner.person.familyName(), partner.person.nhsNumber());
        var message = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler())
                .setOverrideResourceIdWithBundleEntryFullUrl(false).parseResource(Bundle.class, one.body());
        assertThat(message.getType()).isEqualTo(Bundle.BundleType.MESSAGE);
        var header = (MessageHeader) message.getEntryFirstRep().getResource();
        assertThat(header.getEventCoding().getCode()).isEqualTo("servicerequest-response");
        var request = (ServiceRequest) header.getFocusFirstRep().getResource();
        assertThat(request.getIdElement().getIdPart()).isEqualTo(id(referral));
        assertThat(request.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.REVOKED);
        var task = (Task) header.getFocus().getLast().getResource();
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.REJECTED);
        assertThat(task.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("no-capacity");
    }

    @Test
    void what_was_done_to_keep_somebody_safe_is_told_no_further_than_that_it_was_answered() {
        partner.register("json");
        var referral = as("partner").body(Sample.referral(partner.person).replaceAll("\"consent\": \\{[^}]*}", "\"safeguarding\": true")).post("/api/referrals").header("Location");
        as("coordinator").header("If-Match", "\"1\"").body("{}").post(referral + "/accept").then().statusCode(200);
        as("coordinator").header("If-Match", "\"2\"").body("{}").post(referral + "/allocate").then().statusCode(200);
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        await().until(() -> rows.count("webhook_notice") == 0);
        await().untilAsserted(() -> assertThat(partner.deliveries("delivered").getList("items.kind")).containsExactly("referral.accepted"));
        assertThat(partner.deliveries().getList("items")).hasSize(1);
    }

    @Test
    void nothing_is_told_of_somebody_who_was_erased_while_it_waited() {
        partner.answers(_ -> new Answer(503, Map.of("Retry-After", "2")));
        partner.register("json", "[\"referral.accepted\"]");
        var referral = partner.support();
        await().untilAsserted(() -> assertThat(partner.deliveries().getList("items[0].attempts")).hasSize(1));
        String erased = as("coordinator").get(referral).path("person");
        as("steward").delete("/api/people/" + erased).then().statusCode(204);
        await().untilAsserted(() -> assertThat(partner.deliveries().getList("items.state")).containsExactly("cancelled"));
        assertThat(partner.received()).hasSize(1);
    }

    @Test
    void nothing_more_is_told_once_the_person_wants_it_so_and_what_was_told_can_be_read() {
        var since = Instant.now().toString();
        partner.register("json");
        var referral = partner.support();
        await().untilAsserted(() -> assertThat(partner.deliveries().getList("items.state")).containsExactly("delivered"));
        String about = as("coordinator").get(referral).path("person");
        as("worker").body("{\"referral\": \"%s\", \"given\": false, \"purpose\": \"tell-referrer\", \"how\": \"verbal\"}".formatted(id(referral)))
                .post("/api/people/" + about + "/consents").then().statusCode(200);
        step(referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        await().untilAsserted(() -> assertThat(partner.deliveries().getList("items.state")).containsExactly("cancelled", "delivered"));
        assertThat(partner.received()).hasSize(1);
        assertThat(as("partner").queryParam("updatedSince", since).get("/api/referrals").jsonPath().getList("items.id")).doesNotContain(id(referral));
        assertThat(as("steward").get("/api/people/" + about + "/disclosures").then().statusCode(200).extract().jsonPath().getList("items.kind")).contains("told");
    }
}
