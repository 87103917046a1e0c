package org.kith.referral.notifying;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.Referred;
import org.kith.referral.Rows;
import org.kith.referral.storage.StandingConsents;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;
import org.kith.testsupport.WebhookReceiver;
import org.kith.testsupport.WebhookReceiver.Answer;
import org.kith.testsupport.WebhookReceiver.Received;

/** Who is told now, and by which of several processes. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class EndpointDeliveryTest {
    private static final List<String> STEPS = List.of("referral.accepted", "referral.first-contact", "referral.closed");
    private static final String ORGANISATION = "partner-one";
    /** Many looks. */
    private static final Duration WHILE = Duration.ofMillis(800);
    private static final int MANY = 20;
    /** So long that the other process looks meanwhile. */
    private static final Duration SLOWLY = Duration.ofMillis(20);

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @Inject NoticeStore notices;

    @Inject StandingConsents consents;

    @Inject EndpointSecrets secrets;

    @Inject Messages messages;

    @Inject Sender sender;

    @Inject NotifyingSettings settings;

    @Inject Clock clock;

    @Inject Pool pool;

    private final UUID endpoint = UUID.randomUUID();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final CountDownLatch answering = new CountDownLatch(1);

    @BeforeEach
    void a_partner_wants_to_be_told() {
        register(receiver).then().statusCode(201);
    }

    @AfterEach
    void nobody_listens_any_more() {
        answering.countDown();
        as("administrator").delete(address());
        receiver.close();
    }

    @Test
    void who_is_suspended_is_told_nothing_and_everything_once_and_in_order_when_they_are_let_in_again() {
        receiver.answers(_ -> answerLater());
        var both = List.of(Referred.somebody(copy), Referred.somebody(copy));
        try (var suspension = new Suspension(copy, ORGANISATION)) {
            both.forEach(EndpointDeliveryTest::stepByStep);
            await().until(() -> rows.count(pending()) == 6);
            await().during(WHILE).until(() -> receiver.received().isEmpty());

            suspension.ends();
            await().until(() -> receiver.received().size() == 2);
            suspension.begins();
            answering.countDown();
            await().until(() -> rows.count(pending()) == 4);
            await().during(WHILE).until(() -> receiver.received().size() == 2);
        }
        await().until(this::everythingIsTold);
        for (var one : both) assertThat(kinds(receiver.received(), one)).containsExactlyElementsOf(STEPS);
        assertThat(receiver.received()).extracting(Received::id).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void two_processes_tell_one_endpoint_everything_once_and_of_each_referral_in_order() {
        long seed = Long.getLong("kith.seed", System.nanoTime());
        System.out.println("two processes to one endpoint, -Dkith.seed=" + seed);
        var taken = new CopyOnWriteArrayList<Received>();
        var twiceAtOnce = new CopyOnWriteArrayList<UUID>();
        receiver.answers(slowly(new Random(seed), taken, twiceAtOnce));
        var second = another();
        second.start(new StartupEvent());
        try {
            var referred = new ArrayList<UUID>();
            var processes = new HashSet<String>();
            for (int i = 0; i < MANY; i++) {
                referred.add(closed());
                processes.addAll(takers());
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                processes.addAll(takers());
                return everythingIsTold();
            });
            assertThat(processes).as("processes that had their turn").hasSize(2);
            assertThat(twiceAtOnce).as("of whom two things were told at once").isEmpty();
            assertThat(taken).extracting(Received::id).hasSize(MANY * STEPS.size()).doesNotHaveDuplicates();
            for (var one : referred) assertThat(kinds(taken, one)).containsExactlyElementsOf(STEPS);
        } finally {
            second.stop(new ShutdownEvent());
        }
    }

    @Test
    void a_process_that_takes_longer_than_its_turn_does_not_begin_a_second_one() {
        var one = beingTold();
        rows.change("UPDATE webhook_endpoint SET taken_until = '-infinity' WHERE id = '%s'".formatted(endpoint));
        await().during(WHILE).until(() -> receiver.received().size() == 1);
        answering.countDown();
        await().until(this::everythingIsTold);
        assertThat(kinds(receiver.received(), one)).containsExactlyElementsOf(STEPS);
    }

    @Test
    void a_process_whose_turn_became_anothers_tells_nothing_more() {
        var one = beingTold();
        rows.change("UPDATE webhook_endpoint SET taken_by = gen_random_uuid(), taken_until = now() + interval '1 minute' WHERE id = '%s'".formatted(endpoint));
        answering.countDown();
        await().until(() -> rows.count(pending()) == 2);
        await().during(WHILE).until(() -> receiver.received().size() == 1);
        rows.change("UPDATE webhook_endpoint SET taken_until = '-infinity' WHERE id = '%s'".formatted(endpoint));
        await().until(this::everythingIsTold);
        assertThat(kinds(receiver.received(), one)).containsExactlyElementsOf(STEPS);
    }

    @Test
    void a_new_address_and_a_new_secret_hold_from_the_next_turn_on() throws Exception {
        try (var moved = new WebhookReceiver()) {
            var one = beingTold();
            register(moved).then().statusCode(200);
            String secret = as("partner").header("If-Match", "*").queryParam("overlapSeconds", 0).post(address() + "/rotate").then().statusCode(200).extract().path("secret");
            answering.countDown();
            await().until(this::everythingIsTold);
            assertThat(kinds(receiver.received(), one)).containsExactly("referral.accepted");
            assertThat(kinds(moved.received(), one)).containsExactly("referral.first-contact", "referral.closed");
            for (var told : moved.received()) new Webhook(secret).verify(told.body(), told.headers());
        }
    }

    private Response register(WebhookReceiver to) {
        return as("partner").body("{\"url\": \"%s\", \"kinds\": [\"%s\"]}".formatted(to.url(), String.join("\", \"", STEPS))).put(address());
    }

    private String address() {
        return "/api/webhook-endpoints/" + endpoint;
    }

    /** Somebody of whom the first of all that is due is being told, until {@link #answering} says that it is. */
    private UUID beingTold() {
        receiver.answers(_ -> answerLater());
        var one = closed();
        await().until(() -> receiver.received().size() == 1);
        return one;
    }

    private Answer answerLater() {
        try {
            answering.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Answer.of(204);
    }

    /** Every fourth delivery is refused at first. */
    private static Function<Received, Answer> slowly(Random random, List<Received> taken, Collection<UUID> twiceAtOnce) {
        Set<UUID> about = ConcurrentHashMap.newKeySet();
        Map<String, Boolean> refused = new ConcurrentHashMap<>();
        return one -> {
            if (!about.add(referral(one))) twiceAtOnce.add(referral(one));
            LockSupport.parkNanos(SLOWLY.toNanos());
            about.remove(referral(one));
            boolean first = !refused.containsKey(one.id());
            if (first && refused.computeIfAbsent(one.id(), _ -> random.nextInt(4) == 0)) return Answer.of(503);
            taken.add(one);
            return Answer.of(204);
        };
    }

    /** Another process's senders, but for the process: all that two of them share is the database. They look at other moments. */
    private Delivering another() {
        var own = (NotifyingSettings) Proxy.newProxyInstance(
                NotifyingSettings.class.getClassLoader(), new Class<?>[] {NotifyingSettings.class},
                (_, asked, parameters) -> asked.getName().equals("lookEvery") ? Duration.ofMillis(70) : asked.invoke(settings, parameters));
        var store = new DueStore(pool);
        return new Delivering(notices, store, new EndpointDelivery(store, consents, secrets, messages, sender, settings, copy, clock), own);
    }

    private List<String> takers() {
        return rows.texts("SELECT taken_by::text FROM webhook_endpoint WHERE id = '%s' AND taken_by IS NOT NULL".formatted(endpoint));
    }

    private String pending() {
        return "webhook_delivery WHERE state = 'pending' AND endpoint = '%s'".formatted(endpoint);
    }

    private boolean everythingIsTold() {
        return rows.count("webhook_notice") == 0 && rows.count(pending()) == 0;
    }

    private UUID closed() {
        var referral = Referred.somebody(copy);
        stepByStep(referral);
        return referral;
    }

    private static void stepByStep(UUID referral) {
        step("coordinator", referral, "accept", "{}");
        step("coordinator", referral, "allocate", "{}");
        step("worker", referral, "contacts", "{\"mode\": \"phone\", \"minutes\": 30}");
        step("worker", referral, "close", "{\"outcome\": \"goals-met\"}");
    }

    private static void step(String who, UUID referral, String verb, String body) {
        as(who).header("If-Match", "*").body(body).post("/api/referrals/" + referral + "/" + verb).then().statusCode(200);
    }

    private static List<String> kinds(List<Received> told, UUID referral) {
        return told.stream().filter(one -> referral(one).equals(referral)).map(one -> JsonPath.from(one.body()).getString("type")).toList();
    }

    private static UUID referral(Received one) {
        return UUID.fromString(JsonPath.from(one.body()).getString("data.referral"));
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
