package org.kith.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the directory service tells of partners holds at the doors. */
@QuarkusTest
@QuarkusTestResource(BehindTheGateway.class)
class PartnerDoorsTest {
    private static final String NOBODY = "\"practices\": {}, \"suspended\": []";
    private static long state = 1;

    private final Listener referral = BehindTheGateway.service("referral");

    @BeforeEach
    void listen() {
        referral.answersOk();
    }

    @AfterEach
    void nobody_is_a_partner() {
        told(NOBODY);
        await().until(() -> referrals().statusCode() == 200);
    }

    @Test
    void a_suspended_client_is_refused_with_a_token_that_is_good() {
        assertThat(referrals().statusCode()).isEqualTo(200);
        told("\"practices\": {}, \"suspended\": [\"partner\"]");
        await().until(() -> referrals().statusCode() == 403);
        assertThat(referrals().jsonPath().getString("code")).isEqualTo("suspended");
        assertThat(given().auth().oauth2(BehindTheGateway.token("worker")).get("/api/referrals").statusCode()).isEqualTo(200);
    }

    @Test
    void an_onboarded_practices_secrets_are_good_until_their_end_and_none_is_while_it_is_suspended() {
        told("\"practices\": {\"ONBOARDED\": [{\"secret\": \"%s\"}, {\"secret\": \"%s\", \"until\": \"%s\"}]}, \"suspended\": []".formatted(
                BehindTheGateway.FIRST_SECRET, BehindTheGateway.OTHER_SECRET, Instant.now().plusSeconds(3)));
        await().until(() -> deliver("ONBOARDED", BehindTheGateway.FIRST_SECRET) != 401);
        assertThat(deliver("ONBOARDED", BehindTheGateway.OTHER_SECRET)).isNotEqualTo(401);
        await().until(() -> deliver("ONBOARDED", BehindTheGateway.OTHER_SECRET) == 401);
        assertThat(deliver("ONBOARDED", BehindTheGateway.FIRST_SECRET)).isNotEqualTo(401);
        told("\"practices\": {\"ONBOARDED\": []}, \"suspended\": []");
        await().until(() -> deliver("ONBOARDED", BehindTheGateway.FIRST_SECRET) == 401);
    }

    @Test
    void a_practice_that_was_onboarded_is_no_longer_looked_up_in_the_file() {
        told("\"practices\": {\"KITH-NLW-02\": []}, \"suspended\": []");
        await().until(() -> deliver("KITH-NLW-02", BehindTheGateway.OTHER_SECRET) == 401);
        told(NOBODY);
        await().until(() -> deliver("KITH-NLW-02", BehindTheGateway.OTHER_SECRET) != 401);
    }

    private static void told(String partners) {
        BehindTheGateway.service("directory").doors(++state, partners);
    }

    private static Response referrals() {
        return given().auth().oauth2(BehindTheGateway.token("partner")).get("/api/referrals");
    }

    private static int deliver(String practice, String secret) {
        var id = "msg_" + UUID.randomUUID();
        var body = "{\"type\": \"referral.requested\", \"data\": {\"practice\": \"%s\"}}".formatted(practice);
        long now = Instant.now().getEpochSecond();
        try {
            return given().contentType("application/json").header("webhook-id", id).header("webhook-timestamp", now)
                    .header("webhook-signature", new Webhook(secret).sign(id, now, body)).body(body).post("/webhooks/practices/" + practice).statusCode();
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }
}
