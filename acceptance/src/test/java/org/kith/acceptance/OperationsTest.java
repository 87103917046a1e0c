package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every published operation, tried by every role, by nobody, and by another organisation. */
class OperationsTest {
    private static final Map<String, String> ROLE_OF = Map.of(
            "partner", "referrer", "worker", "worker", "coordinator", "coordinator", "funder", "funder", "programme-manager", "programme-manager",
            "analyst", "analyst", "steward", "steward", "administrator", "administrator");
    /** Answers for as long as somebody listens. */
    private static final Set<String> ENDLESS = Set.of("/api/referrals/stream");
    /** Opened by a signature or by a secret address, not by a token: {@link DoorsTest} and {@link TakeUpLinkTest} try them. */
    private static final Set<String> SIGNED = Set.of("/webhooks/practices/{code}", "/take-up/{link}");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CANARY = "Canary" + UUID.randomUUID().toString().replace("-", "");

    /** @param roles as published; {@code takes} the media type of its content */
    private record Operation(String method, String path, Set<String> roles, String takes) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void each_is_open_to_its_published_roles_and_to_nobody_else() {
        var wrong = new ArrayList<String>();
        for (var operation : operations()) {
            var path = address(operation.path(), Map.of());
            expect(wrong, operation, "nobody", call(operation, path, null).statusCode(), Set.of(401));
            ROLE_OF.forEach((client, role) -> {
                if (!operation.roles().contains(role)) expect(wrong, operation, client, call(operation, path, client).statusCode(), Set.of(403));
                else if (!ENDLESS.contains(operation.path())) {
                    int status = call(operation, path, client).statusCode();
                    if (status == 401 || status == 403 || status >= 500) wrong.add(operation + " by " + client + ": " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_of_one_organisation_reaches_another_in_any_body_header_error_or_count() {
        var before = collections();
        var ids = somethingOfPartnerOne();
        var wrong = new ArrayList<String>();
        for (var operation : operations()) {
            if (ENDLESS.contains(operation.path())) continue;
            var path = address(operation.path(), ids);
            var answer = call(operation, path, "other-partner");
            boolean about = ids.values().stream().anyMatch(path::contains);
            if (about && answer.statusCode() < 400) wrong.add(operation + " answered " + answer.statusCode());
            var said = answer.headers().map() + "\n" + answer.body();
            var told = new TreeSet<>(ids.values());
            told.removeIf(path::contains);
            told.addAll(List.of(CANARY, "partner-one"));
            told.removeIf(one -> !said.contains(one));
            if (!told.isEmpty()) wrong.add(operation + " tells " + told + ": " + said);
        }
        assertThat(wrong).isEmpty();
        assertThat(collections()).as("what another organisation reads is what it read before").isEqualTo(before);
    }

    /** Things that partner-one has, by the beginning of the paths that they are read at. */
    private static Map<String, String> somethingOfPartnerOne() {
        var person = People.someone();
        var body = Referrals.toNorfolk(person).replace(person.familyName(), CANARY).replace("\"ref-", "\"" + CANARY + "-");
        var posted = Kith.as("partner").post("/api/referrals", body);
        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);
        var referral = posted.header("Location");
        var endpoint = UUID.randomUUID().toString();
        var registered = Kith.as("partner").put("/api/webhook-endpoints/" + endpoint, """
            {"url": "http://localhost:9/%s", "kinds": ["referral.accepted"]}""".formatted(CANARY));
        assertThat(registered.statusCode()).as(registered.asString()).isBetween(200, 299);
        Kith.as("coordinator").command(referral, "accept", "{}").then().statusCode(200);
        var ids = new LinkedHashMap<String, String>();
        ids.put("/api/referrals/", last(referral));
        ids.put("/fhir/ServiceRequest/", last(referral));
        ids.put("/api/people/", Kith.json(Kith.as("worker").get(referral).asString()).path("person").asText());
        ids.put("/api/webhook-endpoints/", endpoint);
        assertThat(ids.values()).doesNotContain("");
        return ids;
    }

    /** What other-partner reads where it names nothing, by path. */
    private static Map<String, String> collections() {
        var read = new TreeMap<String, String>();
        for (var operation : operations())
            if (operation.method().equals("GET") && !operation.path().contains("{") && !ENDLESS.contains(operation.path()) && operation.roles().contains("referrer"))
                read.put(operation.path(), call(operation, operation.path(), "other-partner").body());
        return read;
    }

    private static List<Operation> operations() {
        var document = Kith.json(given().baseUri(Platform.started().gateway()).get("/openapi.json").then().statusCode(200).extract().asString());
        var found = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(one -> {
            if (!SIGNED.contains(path.getKey()) && one.getValue().has("operationId"))
                found.add(new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), roles(one.getValue()), takes(one.getValue())));
        }));
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }

    private static Set<String> roles(JsonNode operation) {
        var roles = new TreeSet<String>();
        for (var way : operation.path("security")) for (var role : way.path("token")) roles.add(role.asText());
        return roles;
    }

    /** With ids of things that are there, where there are such, else of nothing. */
    private static String address(String path, Map<String, String> ids) {
        var address = path;
        for (var one : ids.entrySet())
            if (path.startsWith(one.getKey() + "{")) address = one.getKey() + one.getValue() + path.substring(path.indexOf('}') + 1);
        return address.replace("{programme}", "unheard-of").replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
    }

    private static String takes(JsonNode operation) {
        var types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    private static HttpResponse<String> call(Operation operation, String path, @Nullable String client) {
        boolean bodiless = operation.method().equals("GET") || operation.method().equals("DELETE");
        var request = HttpRequest.newBuilder(URI.create(Platform.started().gateway() + path)).timeout(Duration.ofSeconds(30))
                .method(operation.method(), bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!bodiless) request.header("Content-Type", operation.takes()).header("Idempotency-Key", UUID.randomUUID().toString());
        if (client != null) request.header("Authorization", "Bearer " + Tokens.of(Platform.started(), client));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(operation + " got no answer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expect(List<String> wrong, Operation operation, String who, int status, Set<Integer> expected) {
        if (!expected.contains(status)) wrong.add(operation + " by " + who + ": " + status + " instead of " + expected);
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
