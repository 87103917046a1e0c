package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** What has become of an organisation's own referrals, for who asks from time to time. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ChangesTest {
    private static final String REFERRALS = "/api/referrals";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void each_referral_is_told_once_as_it_stands_where_it_last_changed() {
        var since = Instant.now().toString();
        var first = refer("partner");
        var second = refer("partner");
        decline(first);
        var items = since(since, second, first);
        assertThat(items.getLast()).containsEntry("phase", "declined").containsEntry("reason", "no-capacity").containsEntry("version", 3).doesNotContainKey("details");
        assertThat(items.getFirst()).containsEntry("phase", "awaiting-reply").containsEntry("area", "coastal").doesNotContainKey("reason");
    }

    @Test
    void page_by_page_the_same_is_found_and_the_last_cursor_finds_only_what_is_new() {
        var since = Instant.now().toString();
        var all = List.of(refer("partner"), refer("partner"), refer("partner"));
        since(since, all.toArray(UUID[]::new));

        var found = new ArrayList<String>();
        var page = page(Map.of("updatedSince", since, "limit", 1));
        while (page.getBoolean("more")) {
            found.addAll(page.getList("items.id"));
            page = page(Map.of("updatedSince", since, "limit", 1, "after", page.getString("cursor")));
        }
        found.addAll(page.getList("items.id"));
        assertThat(found).containsExactlyElementsOf(all.stream().map(UUID::toString).toList());

        var cursor = page.getString("cursor");
        assertThat(page(Map.of("after", cursor)).getList("items")).isEmpty();
        assertThat(page(Map.of("after", cursor)).getString("cursor")).isEqualTo(cursor);
        decline(all.getFirst());
        await().untilAsserted(() -> assertThat(page(Map.of("after", cursor)).getList("items.id")).containsExactly(all.getFirst().toString()));
    }

    @Test
    void nothing_is_lost_when_two_transactions_commit_in_the_other_order() throws SQLException {
        var since = Instant.now().toString();
        var before = refer("partner");
        since(since, before);
        var late = new UUID(System.currentTimeMillis() << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits());
        UUID quick;
        String cursor;
        try (var connection = rows.open(); var slow = connection.createStatement()) {
            connection.setAutoCommit(false);
            slow.execute("""
                    INSERT INTO referral_file (referral, person, programme, area, organisation, source, safeguarding, occurred_at, version, sealed)
                    SELECT '%s', person, programme, area, organisation, source, safeguarding, occurred_at, 1, sealed FROM referral_file WHERE referral = '%s'""".formatted(late,
                    before));
            quick = refer("partner");
            var meanwhile = page(Map.of("updatedSince", since));
            cursor = meanwhile.getString("cursor");
            assertThat(meanwhile.getList("items.id")).containsExactly(before.toString());
            connection.commit();
        }
        await().untilAsserted(() -> assertThat(page(Map.of("updatedSince", since, "after", cursor)).getList("items.id")).containsExactly(late.toString(), quick.toString()));
        rows.change("DELETE FROM referral_file WHERE referral = '%s'".formatted(late));
    }

    @Test
    void another_organisation_and_who_does_not_refer_see_none_of_it() {
        var since = Instant.now().toString();
        var ours = refer("partner");
        var theirs = refer("other-partner");
        since(since, ours);
        await().untilAsserted(
                () -> assertThat(as("other-partner").queryParam("updatedSince", since).get(REFERRALS).jsonPath().getList("items.id")).containsExactly(theirs.toString()));
        assertThat(as("coordinator").queryParam("updatedSince", since).get(REFERRALS).jsonPath().getList("items")).isEmpty();
        as("funder").get(REFERRALS).then().statusCode(403);
        given().get(REFERRALS).then().statusCode(401);
    }

    @Test
    void an_answer_that_is_known_is_not_sent_again() {
        var since = Instant.now().toString();
        since(since, refer("partner"));
        var etag = as("partner").queryParam("updatedSince", since).get(REFERRALS).header("ETag");
        assertThat(as("partner").header("If-None-Match", etag).queryParam("updatedSince", since).get(REFERRALS).statusCode()).isEqualTo(304);
        since(since, null, refer("partner"));
        assertThat(as("partner").header("If-None-Match", etag).queryParam("updatedSince", since).get(REFERRALS).statusCode()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_a_moment_a_cursor_or_a_size_is_refused_by_name() {
        var answer = as("partner").queryParam("updatedSince", "yesterday").queryParam("after", "1-x").queryParam("limit", "1000").get(REFERRALS);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactlyInAnyOrder("updatedSince", "after", "limit");
    }

    @Test
    void why_a_safeguarding_referral_ended_is_not_told() {
        var since = Instant.now().toString();
        var referral = id(as("partner").body(Sample.referral(Sample.person()).replaceAll("\"consent\": \\{[^}]*}", "\"safeguarding\": true")).post(REFERRALS).header("Location"));
        as("coordinator").header("If-Match", "\"1\"").body("{\"reason\": \"no-capacity\"}").post(REFERRALS + "/" + referral + "/decline").then().statusCode(200);
        assertThat(since(since, referral).getFirst()).containsEntry("phase", "declined").doesNotContainKey("reason");
    }

    /** What the partner is told of, once it is this; null stands for any. */
    private static List<Map<String, Object>> since(String since, UUID... expected) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var ids = page(Map.of("updatedSince", since)).<String>getList("items.id");
            assertThat(ids).hasSize(expected.length);
            for (int i = 0; i < expected.length; i++) if (expected[i] != null) assertThat(ids.get(i)).isEqualTo(expected[i].toString());
        });
        return page(Map.of("updatedSince", since)).getList("items");
    }

    private static JsonPath page(Map<String, Object> asked) {
        return as("partner").queryParams(asked).get(REFERRALS).then().statusCode(200).extract().jsonPath();
    }

    private static UUID refer(String client) {
        return id(as(client).body(Sample.referral(Sample.person())).post(REFERRALS).then().statusCode(201).extract().header("Location"));
    }

    private static void decline(UUID referral) {
        as("coordinator").header("If-Match", "\"2\"").body("{\"reason\": \"no-capacity\"}").post(REFERRALS + "/" + referral + "/decline").then().statusCode(200);
    }

    private static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
