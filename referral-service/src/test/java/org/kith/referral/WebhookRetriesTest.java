package org.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.kith.referral.ToldPartner.ALL;
import static org.kith.referral.ToldPartner.as;
import static org.kith.referral.ToldPartner.decline;
import static org.kith.referral.ToldPartner.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.WebhookReceiver.Answer;
import org.kith.testsupport.WebhookReceiver.Received;

/** What a receiver does not take. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class WebhookRetriesTest {
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
    void what_is_not_taken_is_sent_again_under_the_same_id_and_nothing_of_the_referral_overtakes_it() {
        var tries = new AtomicInteger();
        partner.answers(_ -> Answer.of(tries.incrementAndGet() < 3 ? 500 : 200));
        partner.register("json");
        step(partner.support(), "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        await().untilAsserted(() -> assertThat(partner.kinds()).containsExactly("referral.accepted", "referral.accepted", "referral.accepted", "referral.first-contact"));
        assertThat(partner.received().stream().limit(3).map(Received::id).distinct()).hasSize(1);
        await().untilAsserted(() -> assertThat(partner.deliveries().getList("items[1].attempts.status")).containsExactly(200, 500, 500));
    }

    @Test
    void after_the_last_try_it_has_failed_and_stays_until_it_is_asked_for_again() {
        partner.answers(_ -> new Answer(302, Map.of("Location", partner.url() + "/elsewhere")));
        partner.register("json");
        decline(partner.refer());
        await().untilAsserted(() -> assertThat(partner.deliveries("failed").getList("items.attempts[0].status")).containsExactly(302, 302, 302, 302));
        assertThat(partner.received()).hasSize(4);

        partner.answers(_ -> Answer.of(200));
        var delivery = partner.deliveries("failed").getString("items[0].id");
        as("other-partner").post("/api/webhook-deliveries/" + delivery + "/replay").then().statusCode(404);
        as("partner").post("/api/webhook-deliveries/" + delivery + "/replay").then().statusCode(202);
        await().untilAsserted(() -> assertThat(partner.deliveries("delivered").getList("items.id")).containsExactly(delivery));
        assertThat(partner.received()).hasSize(5).extracting(Received::id).containsOnly(delivery);
    }

    @Test
    void who_is_gone_is_told_no_more_until_it_says_that_it_is_back() {
        partner.answers(_ -> Answer.of(410));
        partner.register("json");
        decline(partner.refer());
        await().untilAsserted(() -> as("partner").get(partner.endpoint).then().body("state", equalTo("disabled")));
        decline(partner.refer());
        await().until(() -> rows.count("webhook_notice") == 0);
        assertThat(partner.deliveries().getList("items.state")).containsExactly("failed");

        partner.answers(_ -> Answer.of(200));
        as("partner").post("/api/webhook-deliveries/" + partner.deliveries().getString("items[0].id") + "/replay").then().statusCode(409);
        partner.put("partner", "json", ALL).then().statusCode(200).body("state", equalTo("active"));
        decline(partner.refer());
        await().untilAsserted(() -> assertThat(partner.deliveries("delivered").getList("items")).hasSize(1));
        assertThat(partner.received()).hasSize(2);
    }
}
