package org.kith.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.events.DirectoryEvent;
import org.kith.events.DirectoryEvent.Area;
import org.kith.events.DirectoryEvent.Code;
import org.kith.events.DirectoryEvent.CodeListPublished;
import org.kith.events.DirectoryEvent.GroupFormed;
import org.kith.events.DirectoryEvent.OrganisationIdentified;
import org.kith.events.DirectoryEvent.PartnerAccess;
import org.kith.events.DirectoryEvent.PartnerCredentialsRotated;
import org.kith.events.DirectoryEvent.PartnerOnboarded;
import org.kith.events.DirectoryEvent.PartnerResumed;
import org.kith.events.DirectoryEvent.PartnerSuspended;
import org.kith.events.DirectoryEvent.PostFilled;
import org.kith.events.DirectoryEvent.PostVacated;
import org.kith.events.DirectoryEvent.PracticeJoinedCluster;
import org.kith.events.DirectoryEvent.PracticeRegistered;
import org.kith.events.DirectoryEvent.ProgrammeSetUp;
import org.kith.events.EventEnvelope;

class ReferenceTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    void knows_the_areas_of_a_programme() {
        var reference = after(new ProgrammeSetUp("norfolk", "Norfolk", "public-task", List.of(new Area("fens", "Fens"))));

        assertThat(reference.hasArea("norfolk", "fens")).isTrue();
        assertThat(reference.hasArea("norfolk", "coastal")).isFalse();
        assertThat(reference.hasArea("elsewhere", "fens")).isFalse();
    }

    @Test
    void a_new_version_of_a_code_list_replaces_the_old() {
        var reference = after(
                new CodeListPublished("gender", 1, List.of(new Code("old", "Old"))),
                new CodeListPublished("gender", 2, List.of(new Code("new", "New"))));

        assertThat(reference.hasCode("gender", "new")).isTrue();
        assertThat(reference.hasCode("gender", "old")).isFalse();
        assertThat(reference.hasCode("no-such-list", "new")).isFalse();
    }

    @Test
    void a_group_and_an_organisation_are_known_by_the_name_that_they_told_last() {
        var reference = after(
                new GroupFormed("g1", "Walkers", MAY, "gap", false), new OrganisationIdentified("o1", "Bureau", "voluntary", List.of()),
                new GroupFormed("g1", "Example Walkers", MAY, "gap", false));

        assertThat(reference.nameOf("g1")).contains("Example Walkers");
        assertThat(reference.nameOf("o1")).contains("Bureau");
        assertThat(reference.nameOf("g2")).isEmpty();
    }

    @Test
    void a_programme_goes_by_its_nations_list_where_there_is_one() {
        var areas = List.of(new Area("all", "All"));
        var reference = after(
                new ProgrammeSetUp("sird", "SiRD", "public-task", areas, "scotland"),
                new ProgrammeSetUp("norfolk", "Norfolk", "public-task", areas),
                new CodeListPublished("ethnicity", 1, List.of(new Code("white-british", "British"))),
                new CodeListPublished("ethnicity-scotland", 1, List.of(new Code("white-scottish", "Scottish"))),
                new CodeListPublished("gender", 1, List.of(new Code("female", "Female"))));

        assertThat(reference.listOf("sird", "ethnicity")).isEqualTo("ethnicity-scotland");
        assertThat(reference.listOf("sird", "gender")).isEqualTo("gender");
        assertThat(reference.listOf("norfolk", "ethnicity")).isEqualTo("ethnicity");
        assertThat(reference.listOf("elsewhere", "ethnicity")).isEqualTo("ethnicity");
    }

    @Test
    void a_practice_is_in_the_cluster_of_the_day_asked_for() {
        var reference = after(
                new PracticeRegistered("P1", "A SURGERY", null, null, "kith-local", "practice"),
                new PracticeJoinedCluster("P1", "norfolk", "fens", MAY),
                new PracticeJoinedCluster("P1", "norfolk", "coastal", JUNE));

        assertThat(reference.clusterOf("P1", "norfolk", MAY.minusDays(1))).isEmpty();
        assertThat(reference.clusterOf("P1", "norfolk", JUNE.minusDays(1))).contains("fens");
        assertThat(reference.clusterOf("P1", "norfolk", JUNE)).contains("coastal");
        assertThat(reference.clusterOf("P1", "clics", JUNE)).isEmpty();
        assertThat(reference.clusterOf("P2", "norfolk", JUNE)).isEmpty();
    }

    @Test
    void a_worker_covers_the_areas_of_the_post_until_the_last_day_in_it() {
        var reference = after(
                new PostFilled("post", "worker", "somebody", 50, List.of("fens", "coastal"), MAY),
                new PostVacated("post", "worker", "somebody", JUNE),
                new PostFilled("post", "worker", "another", 50, List.of("fens"), JUNE.plusDays(1)));

        assertThat(workers(reference, "fens", MAY.minusDays(1))).isEmpty();
        assertThat(workers(reference, "coastal", JUNE)).containsExactly("somebody");
        assertThat(workers(reference, "coastal", JUNE.plusDays(1))).isEmpty();
        assertThat(workers(reference, "fens", JUNE.plusDays(1))).containsExactly("another");
    }

    @Test
    void a_holder_told_again_with_other_areas_covers_those_from_that_day() {
        var reference = after(
                new PostFilled("post", "worker", "somebody", 50, List.of("fens"), MAY),
                new PostFilled("post", "worker", "somebody", 50, List.of("coastal"), JUNE));

        assertThat(workers(reference, "fens", JUNE.minusDays(1))).containsExactly("somebody");
        assertThat(workers(reference, "fens", JUNE)).isEmpty();
        assertThat(workers(reference, "coastal", JUNE)).containsExactly("somebody");
    }

    @Test
    void a_partner_is_limited_to_its_programmes_and_areas_and_may_nothing_while_suspended() {
        var system = new PartnerOnboarded(
                "p1", "system", "Example", "example-care", "system-example-care", null, List.of(new PartnerAccess("norfolk", List.of("fens"))));
        var practice = new PartnerOnboarded("p2", "practice", "Example", null, null, "P1", List.of(new PartnerAccess("norfolk", List.of())));
        var limits = after(system, practice).partner("example-care").orElseThrow();

        assertThat(limits.mayUse("norfolk")).isTrue();
        assertThat(limits.mayUse("clics")).isFalse();
        assertThat(limits.mayUse("norfolk", "fens")).isTrue();
        assertThat(limits.mayUse("norfolk", "coastal")).isFalse();
        assertThat(after(practice).partner("practice:P1").orElseThrow().mayUse("norfolk", "coastal")).isTrue();
        assertThat(after(practice).partner("example-care")).isEmpty();

        assertThat(after().suspended("system-example-care")).as("not told of yet").isTrue();
        assertThat(after().suspended("worker")).isFalse();
        assertThat(after(system).suspended("system-example-care")).isFalse();
        assertThat(after(system, new PartnerSuspended("p1", "other")).suspended("system-example-care")).isTrue();
        assertThat(after(system, new PartnerSuspended("p1", "other"), new PartnerResumed("p1")).suspended("system-example-care")).isFalse();
    }

    @Test
    void what_is_no_reference_data_changes_nothing() {
        var before = after(new CodeListPublished("gender", 1, List.of()));

        assertThat(before.apply(envelope(), new PartnerCredentialsRotated("p1", 2))).isSameAs(before);
    }

    private static List<String> workers(Reference reference, String area, LocalDate on) {
        return reference.workersCovering("norfolk", area, on).stream().map(Reference.Covering::worker).toList();
    }

    private static Reference after(DirectoryEvent... events) {
        var reference = Reference.EMPTY;
        for (var event : events) reference = reference.apply(envelope(), event);
        return reference;
    }

    private static EventEnvelope envelope() {
        return new EventEnvelope(UUID.randomUUID(), "/kith/directory", "stream", 1, "any", 1, Instant.EPOCH, Instant.EPOCH,
                List.of("norfolk"), null, null, "actor", UUID.randomUUID(), null, List.of());
    }
}
