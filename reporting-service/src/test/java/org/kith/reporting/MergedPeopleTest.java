package org.kith.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kith.reporting.Clics.CLICS;
import static org.kith.reporting.Clics.awaitReport;
import static org.kith.reporting.Clics.events;
import static org.kith.reporting.Clics.measure;
import static org.kith.reporting.Clics.report;
import static org.kith.reporting.Clics.value;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.events.ReferralEvent;
import org.kith.events.ReferralEvent.PersonMerged;
import org.kith.events.ReferralEvent.PersonUnmerged;
import org.kith.events.ReferralEvent.ReferralReceived;
import org.kith.testsupport.RealKith;

/** Two references that are one person. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class MergedPeopleTest {
    private static Topic topic;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @BeforeEach
    void everything_is_ready() {
        Clics.ready();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @Test
    void two_references_are_one_person_from_the_moment_that_is_known_until_it_is_known_to_be_wrong() throws Exception {
        topic.publish(referred("p-2012-known", LocalDate.of(2012, 5, 1)));
        var apart = topic.publish(referred("p-2012-second", LocalDate.of(2012, 5, 2)));
        awaitReport("2012", report -> assertThat(value(report, "follow-on-referrals")).isEqualByComparingTo("2"));
        await().until(() -> Instant.now().isAfter(apart.plusMillis(5)));

        topic.publish(said(new PersonMerged("p-2012-second", "p-2012-known"), 1));
        var merged = topic.publish(referred("p-2012-second", LocalDate.of(2012, 5, 3)));
        awaitReport("2012", report -> {
            assertThat(value(report, "follow-on-referrals")).isEqualByComparingTo("1");
            assertThat(subjects("2012", null)).containsExactly("p-2012-known", "p-2012-known", "p-2012-known");
        });
        assertThat(value(report("2012", apart), "follow-on-referrals")).isEqualByComparingTo("2");
        assertThat(subjects("2012", apart)).containsExactly("p-2012-known", "p-2012-second");
        await().until(() -> Instant.now().isAfter(merged.plusMillis(5)));

        topic.publish(said(new PersonUnmerged("p-2012-second", "p-2012-known"), 2));
        awaitReport("2012", report -> {
            assertThat(value(report, "follow-on-referrals")).isEqualByComparingTo("2");
            assertThat(subjects("2012", null)).containsExactly("p-2012-known", "p-2012-second", "p-2012-second");
        });
        assertThat(value(report("2012", merged), "follow-on-referrals")).isEqualByComparingTo("1");
        assertThat(value(report("2012", apart), "follow-on-referrals")).isEqualByComparingTo("2");
    }

    @Test
    void a_pair_may_be_of_two_references_of_one_person() {
        topic.publish(measure("p-2013-known", "baseline", "19.25", LocalDate.of(2013, 5, 1)));
        topic.publish(measure("p-2013-second", "follow-up", "23.21", LocalDate.of(2013, 9, 1)));
        topic.publish(said(new PersonMerged("p-2013-second", "p-2013-known"), 1));

        awaitReport("2013", report -> assertThat(value(report, "volunteer-well-being")).isEqualByComparingTo(new BigDecimal("3.96")));
    }

    private static Happening referred(String person, LocalDate day) {
        return Happening.of(new ReferralReceived("r-" + person + day, person, "community-connector", null, List.of("debt"), "35-44", "female", "not-asked", "rest"), CLICS, "CP4",
                day);
    }

    /** As in the stream of the reference, which is the key of the topic. */
    private static Happening said(ReferralEvent statement, long version) {
        var reference = statement instanceof PersonMerged merged ? merged.person() : ((PersonUnmerged) statement).person();
        return Happening.of(statement, CLICS, null, LocalDate.of(2014, 1, 1)).in("person-" + reference, version);
    }

    private static List<String> subjects(String year, Instant asOf) {
        return events("follow-on-referrals", year, asOf).getList("events.subject");
    }
}
