package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.acceptance.Kith.json;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who a person is stands in the vault, encrypted, and nowhere else: not in a table, a topic, a log or a file beside them. */
class NoPersonalDataTest {
    private final Platform platform = Platform.started();

    @Test
    void nothing_of_a_posted_person_is_found_in_the_data_and_log_folders() {
        var letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var person = new People.Person(People.someone().nhsNumber(), "Givencanary" + letters, "Familycanary" + letters, "ZE99 9QQ");
        var note = "Notecanary" + letters;
        var before = Kith.as("programme-manager").indicator("norfolk-living-well", "referrals-received", "");
        var body = Referrals.toNorfolk(person).replaceFirst("\\{", "{\"note\": \"" + note + "\",");

        var posted = Kith.as("partner").request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/referrals");
        posted.then().statusCode(201);
        refused_requests_are_not_remembered_either(body);
        Eventually.is(() -> Kith.as("programme-manager").indicator("norfolk-living-well", "referrals-received", ""), before.add(BigDecimal.ONE));
        assertThat(json(Kith.as("worker").get(posted.header("Location")).asString()).toString()).contains(person.familyName());

        var secrets = new String[] {person.nhsNumber(), person.givenName(), person.familyName(), "ZE999QQ", "ZE99 9QQ", note};
        assertThat(Disk.filesWith(platform.data(), secrets)).as("files of the data folder that hold any of it").isEmpty();
        assertThat(Disk.filesWith(platform.logs(), secrets)).as("log files that hold any of it").isEmpty();
        the_search_finds_what_is_there(posted.header("Location"));
    }

    private void refused_requests_are_not_remembered_either(String body) {
        Kith.as("partner").post("/api/referrals", body.replace("primary-care", "the-moon")).then().statusCode(422);
        Kith.as("partner").post("/api/referrals", body.substring(0, body.length() - 1)).then().statusCode(400);
    }

    /** A search that finds nothing proves nothing, unless it finds what must be there: the referral's reference, a service's first line. */
    private void the_search_finds_what_is_there(String location) {
        var stream = location.substring(location.lastIndexOf('/') + 1);
        assertThat(Disk.filesWith(platform.data().resolve("postgres"), stream)).as("PostgreSQL's files, its write-ahead log among them")
                .anyMatch(file -> file.contains("/pg_wal/"));
        assertThat(Disk.filesWith(platform.data().resolve("kafka"), stream)).as("Kafka's segments").isNotEmpty();
        assertThat(Disk.filesWith(platform.logs(), "Listening on: ")).as("the logs").isNotEmpty();
    }
}
