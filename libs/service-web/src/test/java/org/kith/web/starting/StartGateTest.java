package org.kith.web.starting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.web.TestIssuer;
import org.kith.web.TestStore;

@QuarkusTest
@TestProfile(StartGateTest.Slow.class)
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(TestStore.class)
class StartGateTest {
    public static class Slow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(SlowStart.SLOW, "true");
        }
    }

    @Inject SlowStart start;

    @Test
    void nobody_is_answered_before_what_is_awaited_is_done() {
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/api/samples/caller").then().statusCode(503).header("Retry-After", "1").body("code", equalTo("unavailable"));
        given().body("{}").contentType("application/json").post("/api/samples").then().statusCode(503);

        start.finish();
        given().get("/api/samples/caller").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(200);
    }
}
