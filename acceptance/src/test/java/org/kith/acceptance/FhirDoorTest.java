package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The door for systems that speak FHIR, through the gateway: what is documented can be sent as it stands, and is counted once. */
class FhirDoorTest {
    private static final String FHIR = "application/fhir+json";
    private static final String SERVICE_REQUEST = "/fhir/ServiceRequest";

    @Test
    @Tag("D10")
    void a_service_request_moves_the_programmes_number_by_one_and_is_read_back() {
        var before = referrals();
        var person = People.someone();
        var key = UUID.randomUUID().toString();
        var body = documented(SERVICE_REQUEST, person);
        var posted = post(SERVICE_REQUEST, body, key);
        posted.then().statusCode(201);
        assertThat(posted.header("Location")).startsWith(Platform.started().gateway() + SERVICE_REQUEST + "/");
        assertThat(post(SERVICE_REQUEST, body, key).header("Location")).isEqualTo(posted.header("Location"));

        var read = as("worker").get(posted.header("Location"));
        read.then().statusCode(200).contentType(FHIR);
        assertThat(read.asString()).contains(person.nhsNumber());
        as("other-partner").get(posted.header("Location")).then().statusCode(404).contentType(FHIR);
        Eventually.is(this::referrals, before.add(BigDecimal.ONE));
    }

    @Test
    void what_is_wrong_is_told_by_its_fhir_path() {
        var wrong = documented(SERVICE_REQUEST, People.someone()).replace("1947-05-12", "2999-01-01");
        var answer = post(SERVICE_REQUEST, wrong, UUID.randomUUID().toString());
        answer.then().statusCode(422).contentType(FHIR);
        assertThat(answer.jsonPath().getString("issue[0].expression[0]")).isEqualTo("ServiceRequest.contained[0].birthDate");
    }

    @Test
    void the_gateway_too_refuses_in_fhir() {
        var refused = given().baseUri(Platform.started().gateway()).get("/fhir/metadata");
        refused.then().statusCode(401).contentType(FHIR);
        assertThat(refused.jsonPath().getString("resourceType")).isEqualTo("OperationOutcome");
    }

    private BigDecimal referrals() {
        return Kith.as("programme-manager").indicator("norfolk-living-well", "referrals-received", "");
    }

    private static Response post(String path, String body, String key) {
        return as("partner").header("X-Request-Id", key).body(body).post(path);
    }

    private static RequestSpecification as(String client) {
        var encoders = EncoderConfig.encoderConfig().encodeContentTypeAs(FHIR, ContentType.TEXT).appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return Kith.as(client).request().config(RestAssuredConfig.config().encoderConfig(encoders)).contentType(FHIR);
    }

    /** The example that the API document gives for that operation, about this person. */
    private static String documented(String path, People.Person person) {
        var document = Kith.json(given().baseUri(Platform.started().gateway()).get("/openapi.json").asString());
        return document.path("paths").path(path).path("post").path("requestBody").path("content").path(FHIR).path("example").toString()
                .replaceAll("2026-03-02T[0-9:]+Z", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .replace("9990000018", person.nhsNumber()).replace("Wilhelmina", person.givenName()).replace("Testcase", person.familyName());
    }
}
