package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.EventListener;
import org.kith.testsupport.WebhookReceiver;
import org.kith.testsupport.WebhookReceiver.Answer;
import org.kith.testsupport.WebhookReceiver.Received;

/** The way back: who referred learns what became of it, by being told, by listening, or by asking. */
class DoorsOutTest {
    private static final String NORFOLK = "norfolk-living-well";
    private static final String ALL = "[\"referral.accepted\", \"referral.declined\", \"referral.first-contact\", \"referral.closed\"]";
    private static final int MANY = 40;

    private final Platform platform = Platform.started();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final String endpoint = "/api/webhook-endpoints/" + UUID.randomUUID();

    @AfterEach
    void nobody_listens_any_more() {
        Kith.as("partner").request().delete(endpoint);
        receiver.close();
    }

    @Test
    @Tag("D10")
    void a_partner_is_told_what_became_of_its_referral_in_order_and_signed_although_the_first_try_fails() throws Exception {
        var before = referrals();
        var tries = new AtomicInteger();
        receiver.answers(_ -> Answer.of(tries.incrementAndGet() == 1 ? 503 : 204));
        var secret = register();
        var one = Case.allocated(NORFOLK, "swaffham", "primary-care");
        one.record("contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        one.step("worker", "close", "{\"outcome\": \"goals-met\"}");

        Eventually.holds(() -> assertThat(told(one)).containsExactly("referral.accepted", "referral.accepted", "referral.first-contact", "referral.closed"));
        for (var each : receiver.received()) new Webhook(secret).verify(each.body(), each.headers());
        assertThat(Kith.json(receiver.received().getLast().body()).at("/data/outcome").asText()).isEqualTo("goals-met");
        Eventually.holds(() -> assertThat(deliveries().findValuesAsText("state")).containsExactly("delivered", "delivered", "delivered"));
        Eventually.is(this::referrals, before.add(BigDecimal.ONE));
    }

    @Test
    void who_listens_or_asks_learns_the_same_and_another_organisation_nothing() {
        var since = Instant.now().toString();
        try (var partner = listen("partner"); var other = listen("other-partner")) {
            Eventually.holds(() -> assertThat(partner.listening() && other.listening()).isTrue());
            var one = Case.referred(NORFOLK, Referrals.toNorfolk(People.someone()));
            one.step("coordinator", "decline", "{\"reason\": \"no-capacity\"}");
            Eventually.holds(() -> assertThat(partner.events())
                    .anySatisfy(event -> assertThat(event.data()).contains(id(one.address()), "no-capacity")));
            Eventually.holds(() -> assertThat(asked("partner", since)).anySatisfy(item -> {
                assertThat(item.path("id").asText()).isEqualTo(id(one.address()));
                assertThat(item.path("reason").asText()).isEqualTo("no-capacity");
            }));
            assertThat(asked("other-partner", since).toString()).doesNotContain(id(one.address()));
            assertThat(other.lines()).noneMatch(line -> line.contains(id(one.address())));
        }
    }

    @Test
    @Tag("kill")
    void a_service_that_is_killed_while_it_tells_tells_everything_and_each_thing_under_one_id() {
        register();
        var referred = new ArrayList<Case>();
        for (int i = 0; i < MANY; i++) referred.add(Case.referred(NORFOLK, Referrals.toNorfolk(People.someone())));
        for (var one : referred) one.step("coordinator", "decline", "{\"reason\": \"no-capacity\"}");
        platform.kill("referral");

        Eventually.holds(() -> assertThat(deliveries().findValuesAsText("state")).hasSize(MANY).containsOnly("delivered"));
        for (var one : referred) assertThat(receiver.received().stream().filter(each -> about(each, one)).map(Received::id).distinct()).as(one.address()).hasSize(1);
    }

    private String register() {
        var answer = Kith.as("partner").put(endpoint, "{\"url\": \"%s\", \"kinds\": %s}".formatted(receiver.url(), ALL));
        return answer.then().statusCode(201).extract().path("secret");
    }

    private List<String> told(Case one) {
        return receiver.received().stream().filter(each -> about(each, one)).map(each -> Kith.json(each.body()).path("type").asText()).toList();
    }

    private JsonNode deliveries() {
        return Kith.json(Kith.as("partner").request().queryParam("endpoint", id(endpoint)).queryParam("limit", 200).get("/api/webhook-deliveries")
                .then().statusCode(200).extract().asString());
    }

    private EventListener listen(String client) {
        return new EventListener(URI.create(platform.gateway() + "/api/referrals/stream"), Tokens.fresh(platform, client), null);
    }

    /** Page by page: a page may be empty although there is more, where much was changed shortly before. */
    private static List<JsonNode> asked(String client, String since) {
        var items = new ArrayList<JsonNode>();
        JsonNode page;
        String cursor = null;
        do {
            var request = Kith.as(client).request().queryParam("updatedSince", since).queryParam("limit", 200);
            if (cursor != null) request.queryParam("after", cursor);
            page = Kith.json(request.get("/api/referrals").then().statusCode(200).extract().asString());
            page.path("items").forEach(items::add);
            cursor = page.path("cursor").asText();
        } while (page.path("more").asBoolean());
        return items;
    }

    private BigDecimal referrals() {
        return Kith.as("programme-manager").indicator(NORFOLK, "referrals-received", "");
    }

    private static boolean about(Received each, Case one) {
        return each.body().contains(id(one.address()));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
