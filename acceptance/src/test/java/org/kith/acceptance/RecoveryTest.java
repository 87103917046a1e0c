package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.kith.acceptance.People.Person;
import org.kith.local.Folders;
import org.kith.local.process.PidFile;
import org.kith.local.services.Service;

/**
 * A platform goes back to an older backup, and its broker has lost its disk on top of it. One start serves for both. Before most other
 * tests, because there is little to back up yet, and because what starts after a first stop starts quicker.
 */
@Order(2)
class RecoveryTest {
    private static final String PROGRAMME = "norfolk-living-well";
    /** PostgreSQL, Kafka, Keycloak and the services. */
    private static final int PARTS = 3 + Service.values().length;
    private static final Pattern REPLACED = Pattern.compile("is in (\\S+);");

    private final Platform platform = Platform.started();

    @Test
    void a_restored_backup_and_an_empty_broker_bring_back_everything_but_those_erased_since() throws IOException {
        var erased = People.someone();
        var kept = People.someone();
        var referralOfErased = refer(erased);
        var referralOfKept = refer(kept);
        var person = read("partner", referralOfErased).path("person").asText();
        var counted = Watched.now(PROGRAMME, "");
        var backup = backup();
        Kith.as("steward").request().delete("/api/people/" + person).then().statusCode(204);
        assertThat(read("partner", referralOfErased).path("details").isMissingNode()).isTrue();
        var afterTheBackup = refer(People.someone());

        endWithoutItsLauncher(backup);
        var replaced = REPLACED.matcher(Platform.kith("restore", backup.toString()));
        assertThat(replaced.find()).isTrue();
        Folders.delete(Path.of(replaced.group(1)));
        Folders.delete(platform.data().resolve("kafka/data"));
        assertThat(Platform.kith("up", "--empty")).contains("./kith reconcile");
        assertThat(EventTopic.read("kith.referral.events", platform.kafkaClient("referral")).streams()).doesNotContainKey(stream(referralOfKept));
        assertThat(missing(Platform.kith("reconcile"))).hasEntrySatisfying("directory", RecoveryTest::some).hasEntrySatisfying("referral", RecoveryTest::some);

        Eventually.holds(() -> assertThat(EventTopic.read("kith.referral.events", platform.kafkaClient("referral")).streams()).containsKeys(stream(referralOfErased),
                stream(referralOfKept)));
        assertThat(missing(Platform.kith("reconcile")).values()).as("missing once it was published again").containsOnly(0L);
        assertThat(read("partner", referralOfKept).at("/details/person/nhsNumber").asText()).isEqualTo(kept.nhsNumber());
        assertThat(read("partner", referralOfErased).path("details").isMissingNode()).as("the person erased since is erased in the backup too").isTrue();
        Kith.as("partner").get(afterTheBackup).then().statusCode(404);
        counted.moveBy(Map.of(), List.of("referrals-received", "people-referred", "referrals-accepted"));

        var again = refer(erased);
        assertThat(read("partner", again).path("person").asText()).as("nobody knows the number any more").isNotEqualTo(person);
        counted.moveBy(Map.of("referrals-received", 1, "people-referred", 1), List.of());
    }

    /** The launcher is killed and a service frozen: nothing is put in place of data that is in use, and stop ends what was left. */
    private void endWithoutItsLauncher(Path backup) throws IOException {
        var left = platform.processes();
        assertThat(left).hasSize(PARTS);
        PidFile.of(platform.data().resolve("run"), "supervisor").running().orElseThrow().destroyForcibly();
        new ProcessBuilder("kill", "-STOP", Long.toString(platform.process("outcomes").pid())).start();
        var refused = Platform.attempt("restore", backup.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("./kith stop");
        Platform.kith("stop");
        assertThat(left).noneMatch(ProcessHandle::isAlive);
    }

    private static Path backup() throws IOException {
        var file = Files.createTempDirectory("kith-backup").resolve("kith.tar.gz");
        Platform.kith("backup", file.toString());
        return file;
    }

    private static String refer(Person person) {
        var received = Watched.now(PROGRAMME, "");
        var referral = Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(person)).then().statusCode(201).extract().header("Location");
        received.moveBy(Map.of("referrals-received", 1), List.of());
        return referral;
    }

    private static void some(long events) {
        assertThat(events).isPositive();
    }

    private static JsonNode read(String who, String referral) {
        return Kith.json(Kith.as(who).get(referral).then().statusCode(200).extract().asString());
    }

    private static String stream(String location) {
        return "referral-" + location.substring(location.lastIndexOf('/') + 1);
    }

    /** How many events each service found missing in its topic, from the table that the command prints. */
    private static Map<String, Long> missing(String table) {
        return table.lines().map(line -> line.strip().split("\\s+")).filter(cells -> cells.length == 5 && cells[3].matches("\\d+"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Long.parseLong(cells[3])));
    }
}
