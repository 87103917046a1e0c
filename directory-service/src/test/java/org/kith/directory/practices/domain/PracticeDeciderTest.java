package org.kith.directory.practices.domain;

import static org.kith.directory.practices.domain.PracticeRejection.CODE_ORIGIN_FIXED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.practices.domain.PracticeEvent.JoinedCluster;
import org.kith.directory.practices.domain.PracticeEvent.Registered;
import org.kith.testsupport.DeciderSpec;

class PracticeDeciderTest implements DeciderSpec<RegisterPractice, Practice, PracticeEvent> {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final PracticeDetails DETAILS = new PracticeDetails("A SURGERY", "IP24 1JD", "12,000 - 15,000", "kith-local", "practice");
    private static final PracticeDetails RENAMED = new PracticeDetails("B SURGERY", "IP24 1JD", null, "kith-local", "practice");
    private static final PracticeDetails NATIONAL = new PracticeDetails("A SURGERY", "IP24 1JD", null, "ods", "practice");
    private static final Membership FENS = new Membership("norfolk", "fens", LocalDate.of(2018, 2, 1));
    private static final Membership COASTAL = new Membership("norfolk", "coastal", LocalDate.of(2026, 4, 1));

    @Override
    public Decider<RegisterPractice, Practice, PracticeEvent> decider() {
        return new PracticeDecider();
    }

    @Test
    void is_registered_with_its_clusters_once() {
        given().when(register(DETAILS, FENS)).then(new Registered("P1", DETAILS, AT), new JoinedCluster("P1", FENS, AT));
        given(new Registered("P1", DETAILS, AT), new JoinedCluster("P1", FENS, AT)).when(register(DETAILS, FENS)).thenNothing();
    }

    @Test
    void only_what_is_news_becomes_an_event() {
        var before = given(new Registered("P1", DETAILS, AT), new JoinedCluster("P1", FENS, AT));
        before.when(register(RENAMED, FENS)).then(new Registered("P1", RENAMED, AT));
        before.when(register(DETAILS, FENS, COASTAL)).then(new JoinedCluster("P1", COASTAL, AT));
        before.when(register(DETAILS)).thenNothing();
    }

    @Test
    void another_cluster_from_the_same_day_takes_the_place_of_the_first() {
        var corrected = new Membership("norfolk", "coastal", FENS.from());
        given(new Registered("P1", DETAILS, AT), new JoinedCluster("P1", FENS, AT))
                .when(register(DETAILS, corrected))
                .thenState(new Practice.Registered(DETAILS, List.of(corrected)));
    }

    @Test
    void a_local_code_never_becomes_a_national_one() {
        given(new Registered("P1", DETAILS, AT)).when(register(NATIONAL)).thenRejected(CODE_ORIGIN_FIXED);
    }

    private static RegisterPractice register(PracticeDetails details, Membership... memberships) {
        return new RegisterPractice("P1", details, List.of(memberships), AT);
    }
}
