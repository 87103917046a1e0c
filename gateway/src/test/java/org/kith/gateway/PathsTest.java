package org.kith.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(BehindTheGateway.class)
class PathsTest {
    private final Listener referral = BehindTheGateway.service("referral");

    @BeforeEach
    void listen() {
        referral.answersOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/api/referrals;x=1", "/api/referrals%3b", "/api%2freferrals", "/api%5creferrals", "//api/referrals", "/api//referrals",
            "/api/../internal/webhook-referrals", "/api/referrals/%2e%2e/%2e%2e/internal/webhook-referrals", "/api/referrals/%00",
            "/api/referrals\\x", "/api/referrals/%252e%252e/x"
    })
    void an_ambiguous_path_is_refused_and_reaches_nobody(String target) throws IOException {
        String answer = RawHttp.send("GET " + target + " HTTP/1.1", "Authorization: Bearer " + BehindTheGateway.token("partner"));
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(referral.heard()).isEmpty();
    }

    @Test
    void a_refused_path_is_answered_with_a_problem() throws IOException {
        assertThat(RawHttp.send("GET /api/x;y HTTP/1.1")).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"code\":\"path\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/webhook-referrals", "/internal", "/api/internal", "/q/openapi", "/q/metrics", "/q/dev", "/nowhere", "/API/referrals"})
    void what_is_not_for_the_outside_is_not_there(String target) throws IOException {
        String answer = RawHttp.send("GET " + target + " HTTP/1.1", "Authorization: Bearer " + BehindTheGateway.token("administrator"));
        assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
        assertThat(referral.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND"})
    void other_methods_are_refused(String method) throws IOException {
        String answer = RawHttp.send(method + " /api/referrals HTTP/1.1", "Authorization: Bearer " + BehindTheGateway.token("partner"));
        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|501).*application/problem\\+json.*");
        assertThat(referral.heard()).isEmpty();
    }

    @Test
    void a_request_with_two_ends_is_not_taken_as_two() throws IOException {
        String answer = RawHttp.exchange("POST /api/referrals HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + BehindTheGateway.token("partner")
                + "\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET /internal/webhook-referrals HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(referral.heard()).noneMatch(heard -> heard.uri().startsWith("/internal"));
        assertThat(answer).doesNotContain("\"heard\":true}HTTP/1.1 200");
    }

    @Test
    void a_request_for_no_host_is_refused_with_a_problem() throws IOException {
        for (String host : new String[] {"", "Host: evil\"><x\r\n"})
            assertThat(RawHttp.exchange("GET /api/referrals HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400").contains("application/problem+json").doesNotContain("evil");
        assertThat(referral.heard()).isEmpty();
    }

    @Test
    void a_path_of_the_greatest_length_is_read_like_any_other() throws IOException {
        String answer = RawHttp.send("GET /api/referrals/" + "a".repeat(4_000) + " HTTP/1.1", "Authorization: Bearer " + BehindTheGateway.token("partner"));
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void an_address_that_is_too_long_is_refused_with_a_problem() throws IOException {
        assertThat(RawHttp.send("GET /api/referrals?after=" + "a".repeat(60_000) + " HTTP/1.1")).startsWith("HTTP/1.1 414").contains("address-too-long", "4096");
        assertThat(referral.heard()).isEmpty();
    }

    @Test
    void health_is_for_everybody() throws IOException {
        assertThat(RawHttp.send("GET /q/health/ready HTTP/1.1")).startsWith("HTTP/1.1 200");
    }
}
