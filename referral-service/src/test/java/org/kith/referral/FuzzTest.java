package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.fhir.FhirSample;
import org.kith.referral.uploading.UploadSample;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/**
 * Every door is given samples that were made wrong at random. It takes them or refuses them, never fails, and stores exactly
 * what it says it took. The seed is printed; {@code kith.seed} sets it.
 */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class FuzzTest {
    private static final int TRIES = Integer.getInteger("kith.fuzz.tries", 250);
    private static final long SEED = Long.getLong("kith.seed", System.nanoTime());

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Mutations mutations = new Mutations(SEED);

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        System.out.println("fuzzing with -Dkith.seed=" + SEED);
        Directory.tell(copy);
    }

    @Test
    void of_json() {
        fuzz("/api/referrals", "application/json", () -> Sample.referral(Sample.person()));
    }

    @Test
    void of_a_service_request() {
        fuzz("/fhir/ServiceRequest", "application/fhir+json", () -> {
            var person = Sample.person();
            return FhirSample.serviceRequest(person.nhsNumber(), person.familyName());
        });
    }

    @Test
    void of_a_message() {
        fuzz("/fhir/$process-message", "application/fhir+json", () -> {
            var person = Sample.person();
            return FhirSample.message(person.nhsNumber(), person.familyName());
        });
    }

    @Test
    void of_a_message_that_takes_back_what_nobody_sent() {
        long before = rows.count("event");
        for (int i = 0; i < TRIES; i++) {
            var person = Sample.person();
            var body = mutations.ofJson(FhirSample.message(person.nhsNumber(), person.familyName())
                    .replace("\"code\": \"new\"", "\"code\": \"update\"").replace("\"status\": \"active\", \"intent\"", "\"status\": \"revoked\", \"intent\""));
            assertThat(fine(send("partner", "/fhir/$process-message", "application/fhir+json", body), body)).isGreaterThanOrEqualTo(400);
        }
        assertThat(rows.count("event")).isEqualTo(before);
    }

    @Test
    void of_a_file() {
        files("partner", TRIES, () -> UploadSample.HEADER + row() + row());
    }

    @Test
    void of_a_file_that_says_what_had_become_of_referrals() {
        var header = UploadSample.HEADER.strip() + ",status,acceptedAt,waitingSince,waitingReason,worker,allocatedAt,endedAt,outcome\r\n";
        var opening = ",closed,2026-03-03,2026-03-03,no-capacity,worker-coastal,2026-03-05,2026-03-09T10:00:00Z,goals-met\r\n";
        files("coordinator", TRIES / 5, () -> header + row().strip() + opening + row().strip() + opening);
    }

    private void files(String client, int tries, Supplier<String> sample) {
        long before = rows.count("referral_file");
        var taken = new ArrayList<String>();
        for (int i = 0; i < tries; i++) {
            var file = mutations.ofText(sample.get());
            var answer = send(client, "/api/referral-uploads", "text/csv", file);
            if (fine(answer, file) == 202) taken.add(answer.headers().firstValue("Location").orElseThrow());
        }
        int received = taken.stream().mapToInt(address -> received(client, address)).sum();
        assertThat(taken).isNotEmpty();
        assertThat(rows.count("referral_file") - before).isEqualTo(received).isPositive();
    }

    private void fuzz(String path, String mediaType, Supplier<String> sample) {
        long before = rows.count("referral_file");
        int taken = 0;
        for (int i = 0; i < TRIES; i++) {
            var body = mutations.ofJson(sample.get());
            if (fine(send("partner", path, mediaType, body), body) < 300) taken++;
        }
        assertThat(taken).as("mutations that were taken").isBetween(1, TRIES - 1);
        assertThat(rows.count("referral_file") - before).isEqualTo(taken);
    }

    private static int fine(HttpResponse<String> answer, String body) {
        assertThat(answer.statusCode()).as("%s to %s", answer.body(), body).isBetween(200, 499);
        return answer.statusCode();
    }

    private static int received(String client, String address) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
                .until(() -> given().auth().oauth2(Tokens.of(client)).get(address).jsonPath(), upload -> upload.getString("status").equals("finished"))
                .getInt("counts.received");
    }

    /** As bytes, whatever they are: a test client of JSON would have its own opinion of them. */
    private static HttpResponse<String> send(String client, String path, String mediaType, String body) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.of(client)).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer to " + body, e);
        }
    }

    private static String row() {
        var person = Sample.person();
        return UploadSample.row("our-" + UUID.randomUUID(), person.nhsNumber(), person.familyName());
    }
}
