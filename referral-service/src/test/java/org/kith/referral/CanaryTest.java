package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.kith.local.testing.RealParts;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.fhir.FhirSample;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Whatever is asked, and however it goes wrong, nothing of a person is in a table, a topic or a log. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class CanaryTest {
    private static final Logger LOG = Logger.getLogger(CanaryTest.class);
    private static final String CONTROL = "canary-control-word";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private final List<String> logged = new ArrayList<>();

    @Test
    void nothing_of_a_person_is_in_a_table_a_topic_or_a_log() {
        Directory.tell(copy);
        var listening = listen();
        var sample = Sample.person();
        var words = List.of(sample.nhsNumber(), sample.familyName(), "Wilhelmina-Canary", "PE36 5DN", "1947-05-12", "canary@example.org", "Canary note", "canary-reference");
        var body = Sample.referral(sample)
                .replace("\"Wilhelmina\"", "\"Wilhelmina-Canary\", \"email\": \"canary@example.org\"")
                .replace("Lives alone.", "Canary note")
                .replace("{\"programme\"", "{\"externalReference\": \"canary-reference\", \"programme\"");
        LOG.info(CONTROL);

        var address = post(body).then().statusCode(201).extract().header("Location");
        given().auth().oauth2(Tokens.of("coordinator")).get(address).then().statusCode(200);
        post(body).then().statusCode(409);
        post(body.replace("\"debt\"", "\"" + CONTROL + "\"")).then().statusCode(422);
        post(body.substring(0, body.length() - 3)).then().statusCode(400);
        post(body.replace("\"debt\"", "17")).then().statusCode(422);
        given().auth().oauth2(Tokens.of("coordinator")).header("If-Match", "\"2\"").post(address + "/accept").then().statusCode(200);

        over_fhir_too(sample.nhsNumber(), sample.familyName());

        listening.close();
        var topic = topic(address.substring(address.lastIndexOf('/') + 1));
        assertThat(logged).anyMatch(line -> line.contains(CONTROL));
        assertThat(topic).contains("norfolk-living-well").contains("referral.accepted");
        var tables = tables();
        assertThat(tables).contains("norfolk-living-well");
        for (var word : words) {
            assertThat(String.join("\n", logged)).doesNotContain(word);
            assertThat(topic).doesNotContain(word);
            assertThat(tables).doesNotContain(word);
        }
    }

    private static void over_fhir_too(String nhsNumber, String familyName) {
        for (var path : List.of("/fhir/ServiceRequest", "/fhir/$process-message")) {
            var sample = path.endsWith("message") ? FhirSample.message(nhsNumber, familyName) : FhirSample.serviceRequest(nhsNumber, familyName);
            var body = sample.replace("\"Wilhelmina\"", "\"Wilhelmina-Canary\"").replace("Lives alone.", "Canary note")
                    .replace("\"status\": \"active\", \"intent\"", "\"identifier\": [{\"value\": \"canary-reference-fhir\"}], \"status\": \"active\", \"intent\"");
            var refused = List.of(
                    body.replace("\"birthDate\"", "\"Wilhelmina-Canary\": 1, \"birthDate\""), body.replace("1947-05-12", "Wilhelmina-Canary"),
                    body.replace("\"debt\"", "\"Wilhelmina-Canary\""), body.replace("\"female\"", "\"Wilhelmina-Canary\""), body.substring(0, body.length() - 3),
                    body.replace("\"resourceType\": \"Patient\"", "\"resourceType\": \"Wilhelmina-Canary\""));
            for (var one : refused) assertThat(fhir(path, one).asString()).doesNotContain("Wilhelmina-Canary", familyName, nhsNumber);
            assertThat(fhir(path, body).statusCode()).isIn(200, 201, 409);
        }
    }

    private static io.restassured.response.Response fhir(String path, String body) {
        var plain = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/fhir+json", ContentType.TEXT));
        return given().config(plain).urlEncodingEnabled(false).auth().oauth2(Tokens.of("partner")).contentType("application/fhir+json").body(body).post(path);
    }

    private static io.restassured.response.Response post(String body) {
        return given().auth().oauth2(Tokens.of("partner")).contentType(ContentType.JSON).body(body).post("/api/referrals");
    }

    /** Every row of every table as text; what is binary is looked at as the text that it would be. */
    private String tables() {
        var text = new StringBuilder();
        for (var table : rows.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"))
            rows.texts("SELECT t::text FROM " + table + " t").forEach(row -> text.append(row).append('\n'));
        rows.texts("SELECT encode(sealed, 'escape') FROM referral_file").forEach(text::append);
        return text.toString();
    }

    /** Everything on the service's topic, once the referral's third event is there. */
    private static String topic(String referral) {
        var settings = new HashMap<>(RealParts.kafkaUser("referral").client(RealParts.kafka().bootstrap()));
        var text = new StringBuilder();
        try (var consumer = new KafkaConsumer<>(Map.copyOf(settings), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, consumer.partitionsFor("kith.referral.events").size())
                    .mapToObj(partition -> new TopicPartition("kith.referral.events", partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var until = Instant.now().plusSeconds(30);
            int found = 0;
            while (found < 3 && Instant.now().isBefore(until)) {
                for (var item : consumer.poll(Duration.ofMillis(200))) {
                    if (item.key().endsWith(referral)) found++;
                    item.headers().forEach(header -> text.append(header.key()).append('=').append(new String(header.value(), StandardCharsets.UTF_8)).append('\n'));
                    text.append(item.key()).append(' ').append(new String(item.value(), StandardCharsets.UTF_8)).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Notes what is logged, with its exceptions, until it is closed. */
    private Handler listen() {
        var root = LogManager.getLogManager().getLogger("");
        var handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord item) {
                logged.add(item.getMessage() + " " + java.util.Arrays.toString(item.getParameters()) + " " + item.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {
                root.removeHandler(this);
            }
        };
        root.addHandler(handler);
        return handler;
    }
}
