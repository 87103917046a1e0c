package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The door for those who have no system: what was acknowledged goes in, once, whatever happens to the service. */
class UploadDoorTest {
    private static final String UPLOADS = "/api/referral-uploads";
    private static final String HEADER = "programme,externalReference,source,practice,nhsNumber,givenName,familyName,birthDate,reasons,consentGiven,note\r\n";
    private static final int MANY = 400;
    private static final RestAssuredConfig CSV = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));

    private final Platform platform = Platform.started();

    @Test
    @Tag("D10")
    void right_rows_are_counted_wrong_ones_say_why_and_the_same_file_adds_nothing() {
        var before = referrals();
        var file = HEADER + row() + row() + row().replace("social-isolation", "boredom");
        var first = finished(upload(file));
        assertThat(first.path("results").findValuesAsText("result")).containsExactly("received", "received", "refused");
        assertThat(first.at("/results/2/row").asInt()).isEqualTo(4);
        assertThat(first.at("/results/2/errors/0/field").asText()).isEqualTo("reasons");
        assertThat(finished(upload(file)).path("results").findValuesAsText("result")).containsExactly("unchanged", "unchanged", "refused");
        Eventually.is(this::referrals, before.add(BigDecimal.TWO));
    }

    @Test
    @Tag("kill")
    void a_file_whose_service_is_killed_half_way_is_finished_and_counted_once() {
        var before = referrals();
        var note = "Notecanary" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var address = upload(HEADER + IntStream.range(0, MANY).mapToObj(_ -> row().replace("Lives alone.", note)).collect(Collectors.joining()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> read(address).at("/counts/received").asInt() > 0);
        platform.kill("referral");

        assertThat(finished(address).at("/counts/received").asInt()).isEqualTo(MANY);
        Eventually.is(this::referrals, before.add(BigDecimal.valueOf(MANY)));
        assertThat(Disk.filesWith(platform.data(), note)).as("files of the data folder that hold " + note).isEmpty();
        assertThat(Disk.filesWith(platform.logs(), note)).as("log files that hold " + note).isEmpty();
    }

    @Test
    void another_organisation_finds_nothing_there() {
        var address = upload(HEADER + row());
        Kith.as("other-partner").get(address).then().statusCode(404).contentType("application/problem+json");
    }

    private BigDecimal referrals() {
        return Kith.as("programme-manager").indicator("norfolk-living-well", "referrals-received", "");
    }

    private static String row() {
        var person = People.someone();
        return "norfolk-living-well,ref-%s,primary-care,%s,%s,%s,%s,1951-03-14,social-isolation|debt,yes,Lives alone.\r\n".formatted(
                UUID.randomUUID(), Referrals.NORFOLK_PRACTICE, person.nhsNumber(), person.givenName(), person.familyName());
    }

    private static String upload(String file) {
        var answer = Kith.as("partner").request().config(CSV).contentType("text/csv").header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file).post(UPLOADS);
        answer.then().statusCode(202);
        return answer.header("Location");
    }

    private static JsonNode read(String address) {
        return Kith.json(Kith.as("partner").get(address).then().statusCode(200).extract().asString());
    }

    private static JsonNode finished(String address) {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).ignoreExceptions()
                .until(() -> read(address), upload -> upload.path("status").asText().equals("finished"));
    }
}
