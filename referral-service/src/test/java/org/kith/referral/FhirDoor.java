package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.kith.referral.fhir.FhirSample;
import org.kith.testsupport.Tokens;

/** The FHIR door as a system that speaks FHIR meets it. What it answers is read by HAPI's own strict parser. */
final class FhirDoor {
    static final String FHIR = "application/fhir+json";
    static final String PROCESS_MESSAGE = "/fhir/$process-message";
    static final IParser HAPI = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

    private FhirDoor() {}

    static String serviceRequest(Sample.Person person) {
        return FhirSample.serviceRequest(person.nhsNumber(), person.familyName());
    }

    static String message(Sample.Person person) {
        return FhirSample.message(person.nhsNumber(), person.familyName());
    }

    static Response refer(String client, String body) {
        return as(client).body(body).post("/fhir/ServiceRequest");
    }

    static Response message(String client, String body) {
        return as(client).body(body).post(PROCESS_MESSAGE);
    }

    static OperationOutcome outcome(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith(FHIR);
        return HAPI.parseResource(OperationOutcome.class, answer.asString());
    }

    /** Those that are at fault. */
    static List<String> elements(OperationOutcome outcome) {
        return outcome.getIssue().stream().flatMap(issue -> issue.getExpression().stream()).map(PrimitiveType::getValue).toList();
    }

    static String path(String address) {
        return address.substring(address.indexOf("/fhir/"));
    }

    static RequestSpecification as(String client) {
        var plain = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()
                .encodeContentTypeAs(FHIR, ContentType.TEXT).appendDefaultContentCharsetToContentTypeIfUndefined(false).defaultContentCharset("UTF-8"));
        return given().config(plain).urlEncodingEnabled(false).auth().oauth2(Tokens.of(client)).contentType(FHIR);
    }
}
