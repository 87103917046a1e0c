package org.kith.acceptance;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.kith.local.process.Ports;

/** One more process of the reporting service, with the settings of the platform's own, on a port of its own. */
record SecondReporting(Platform platform, Process process, String url) implements AutoCloseable {
    private static final Path MODULE = Platform.ROOT.resolve("reporting-service");

    static SecondReporting started(Platform platform) throws IOException {
        int port = Ports.free();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1",
                "-Xmx288m",
                "-Dkith.http.port=" + port, "-jar", MODULE.resolve("target/quarkus-app/quarkus-run.jar").toString());
        builder.environment().putAll(Map.of("QUARKUS_CONFIG_LOCATIONS", platform.data().resolve("config/reporting.properties").toString()));
        var log = Platform.ROOT.resolve("acceptance/target/second-reporting.log").toFile();
        var second = new SecondReporting(platform, builder.redirectErrorStream(true).redirectOutput(log).start(), "http://127.0.0.1:" + port);
        Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> given().get(second.url + "/q/health/ready").statusCode() == 200);
        return second;
    }

    BigDecimal indicator(String programme, String indicator, String period) {
        var report = given().auth().preemptive().oauth2(Tokens.of(platform, "programme-manager")).queryParam("period", period)
                .get(url + "/api/programmes/" + programme + "/report").then().statusCode(200).extract().asString();
        for (var one : Kith.json(report).path("indicators"))
            if (one.path("id").asText().equals(indicator)) return new BigDecimal(one.path("value").asText("0"));
        throw new IllegalArgumentException(programme + " has no indicator " + indicator);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
