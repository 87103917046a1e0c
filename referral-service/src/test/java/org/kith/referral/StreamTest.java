package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.EventListener;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** What becomes of an organisation's own referrals, for who listens. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class StreamTest {
    @Inject ReferenceCopy copy;

    @TestHTTPResource("/api/referrals/stream") URI stream;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void who_listens_hears_of_its_own_referrals_alone_and_misses_nothing_while_it_was_away() {
        UUID first;
        String last;
        try (var listener = new EventListener(stream, Tokens.of("partner"), null)) {
            await().until(listener::listening);
            refer("other-partner");
            first = refer("partner");
            await().untilAsserted(() -> assertThat(listener.events()).hasSize(1));
            assertThat(listener.events().getFirst().data()).contains(first.toString(), "awaiting-reply").doesNotContain("Testcase");
            assertThat(listener.events().getFirst().name()).isEqualTo("referral.changed");
            last = listener.events().getFirst().id();
            await().untilAsserted(() -> assertThat(listener.lines()).contains(":still here"));
        }
        decline(first);
        var second = refer("partner");
        try (var listener = new EventListener(stream, Tokens.of("partner"), last)) {
            await().untilAsserted(() -> assertThat(listener.events()).hasSize(2));
            assertThat(listener.events().getFirst().data()).contains(first.toString(), "no-capacity");
            assertThat(listener.events().getLast().data()).contains(second.toString());
        }
    }

    @Test
    void an_account_listens_a_few_times_at_once_and_who_leaves_makes_room() {
        var listeners = new ArrayList<EventListener>();
        try {
            IntStream.range(0, 4).forEach(_ -> listeners.add(new EventListener(stream, Tokens.of("other-partner"), null)));
            await().until(() -> listeners.stream().allMatch(EventListener::listening));
            try (var one = new EventListener(stream, Tokens.of("other-partner"), null)) {
                assertThat(one.status()).isEqualTo(429);
            }
            listeners.removeLast().close();
            await().untilAsserted(() -> {
                try (var one = new EventListener(stream, Tokens.of("other-partner"), null)) {
                    assertThat(one.status()).isEqualTo(200);
                }
            });
        } finally {
            listeners.forEach(EventListener::close);
        }
    }

    @Test
    void who_does_not_refer_does_not_listen() {
        for (var refused : List.of(given(), given().auth().oauth2(Tokens.of("funder")))) assertThat(refused.get(stream).statusCode()).isIn(401, 403);
        given().auth().oauth2(Tokens.of("partner")).header("Last-Event-ID", "x").get(stream).then().statusCode(422);
    }

    private static UUID refer(String client) {
        var address = given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON).body(Sample.referral(Sample.person())).post("/api/referrals")
                .then().statusCode(201).extract().header("Location");
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private static void decline(UUID referral) {
        given().auth().oauth2(Tokens.of("coordinator")).contentType(ContentType.JSON).header("If-Match", "\"2\"").body("{\"reason\": \"no-capacity\"}")
                .post("/api/referrals/" + referral + "/decline").then().statusCode(200);
    }
}
