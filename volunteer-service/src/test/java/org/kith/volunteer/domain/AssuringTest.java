package org.kith.volunteer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.volunteer.domain.CheckKind.DBS_ENHANCED;
import static org.kith.volunteer.domain.CheckKind.PVG_ADULTS;
import static org.kith.volunteer.domain.CheckKind.PVG_CHILDREN_AND_ADULTS;
import static org.kith.volunteer.domain.VolunteerRejection.CHECK_ALREADY_RECORDED;
import static org.kith.volunteer.domain.VolunteerRejection.CHECK_REQUIRED;
import static org.kith.volunteer.domain.VolunteerRejection.NO_SUCH_CHECK;
import static org.kith.volunteer.domain.VolunteerRejection.UNKNOWN_VOLUNTEER;
import static org.kith.volunteer.domain.Workforce.ADULTS;
import static org.kith.volunteer.domain.Workforce.CHILDREN;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.testsupport.DeciderSpec;
import org.kith.volunteer.domain.VolunteerCommand.EndCheck;
import org.kith.volunteer.domain.VolunteerCommand.RecordCheck;
import org.kith.volunteer.domain.VolunteerCommand.StartRegulatedRole;
import org.kith.volunteer.domain.VolunteerCommand.StopRegulatedRole;
import org.kith.volunteer.domain.VolunteerFact.CheckEnded;
import org.kith.volunteer.domain.VolunteerFact.CheckRecorded;
import org.kith.volunteer.domain.VolunteerFact.Recruited;
import org.kith.volunteer.domain.VolunteerFact.RegulatedRoleStarted;
import org.kith.volunteer.domain.VolunteerFact.RegulatedRoleStopped;

class AssuringTest implements DeciderSpec<VolunteerCommand, Volunteer, VolunteerFact> {
    private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final LocalDate ISSUED = LocalDate.of(2026, 2, 20);
    private static final Recruited RECRUITED = new Recruited("v1", "improving-lives", "locality-1", "self", "host", NOW);

    @Override
    public Decider<VolunteerCommand, Volunteer, VolunteerFact> decider() {
        return new VolunteerDecider();
    }

    @Test
    void a_check_is_recorded_once_and_a_later_one_of_its_kind_takes_its_place() {
        var renewed = new Check(PVG_ADULTS, "membership-statement", TODAY, TODAY, TODAY.plusYears(5));
        given(RECRUITED).when(new RecordCheck(pvg(PVG_ADULTS), NOW)).then(recorded(PVG_ADULTS));
        given(RECRUITED, recorded(PVG_ADULTS)).when(new RecordCheck(pvg(PVG_ADULTS), NOW)).thenRejected(CHECK_ALREADY_RECORDED);
        given(RECRUITED, recorded(PVG_ADULTS)).when(new RecordCheck(renewed, NOW)).then(new CheckRecorded(renewed, NOW));
        given().when(new RecordCheck(pvg(PVG_ADULTS), NOW)).thenRejected(UNKNOWN_VOLUNTEER);
    }

    @Test
    void a_regulated_role_needs_a_check_for_the_same_people() {
        given(RECRUITED).when(start(ADULTS, TODAY)).thenRejected(CHECK_REQUIRED);
        given(RECRUITED, recorded(PVG_ADULTS)).when(start(CHILDREN, TODAY)).thenRejected(CHECK_REQUIRED);
        given(RECRUITED, recorded(PVG_ADULTS)).when(start(ADULTS, TODAY)).then(new RegulatedRoleStarted(ADULTS, NOW));
        given(RECRUITED, recorded(PVG_ADULTS), new RegulatedRoleStarted(ADULTS, NOW)).when(start(ADULTS, TODAY)).thenNothing();
    }

    @Test
    void a_check_is_seen_in_what_its_own_scheme_gives_out() {
        assertThat(PVG_ADULTS.canBeSeenIn("membership-statement")).isTrue();
        assertThat(PVG_ADULTS.canBeSeenIn("certificate")).isFalse();
        assertThat(DBS_ENHANCED.canBeSeenIn("update-service")).isTrue();
        assertThat(CheckKind.DBS_BASIC.canBeSeenIn("update-service")).isFalse();
        assertThat(CheckKind.DISCLOSURE_LEVEL_1.canBeSeenIn("membership-statement")).isFalse();
        for (var kind : CheckKind.values()) assertThat(kind.canBeSeenIn("added-by-a-programme")).isTrue();
    }

    @Test
    void a_check_without_a_barred_list_lets_nobody_and_stops_nobody() {
        given(RECRUITED, new CheckRecorded(new Check(DBS_ENHANCED, "certificate", ISSUED, TODAY, null), NOW))
                .when(start(ADULTS, TODAY)).thenRejected(CHECK_REQUIRED);
    }

    @Test
    void holds_to_the_last_day_of_five_years_and_no_longer() {
        given(RECRUITED, recorded(PVG_ADULTS)).when(start(ADULTS, LocalDate.of(2031, 2, 20))).then(new RegulatedRoleStarted(ADULTS, NOW));
        given(RECRUITED, recorded(PVG_ADULTS)).when(start(ADULTS, LocalDate.of(2031, 2, 21))).thenRejected(CHECK_REQUIRED);
        assertThat(DBS_ENHANCED.lastDay(ISSUED)).isNull();
    }

    @Test
    void with_a_membership_end_the_roles_that_no_other_lets_them_do() {
        var adults = new RegulatedRoleStarted(ADULTS, NOW);
        var children = new RegulatedRoleStarted(CHILDREN, NOW);
        given(RECRUITED, recorded(PVG_CHILDREN_AND_ADULTS), adults, children).when(new EndCheck(PVG_CHILDREN_AND_ADULTS, TODAY, NOW))
                .then(new CheckEnded(PVG_CHILDREN_AND_ADULTS, NOW), new RegulatedRoleStopped(CHILDREN, NOW), new RegulatedRoleStopped(ADULTS, NOW));
        given(RECRUITED, recorded(PVG_ADULTS), recorded(PVG_CHILDREN_AND_ADULTS), adults).when(new EndCheck(PVG_CHILDREN_AND_ADULTS, TODAY, NOW))
                .then(new CheckEnded(PVG_CHILDREN_AND_ADULTS, NOW));
        given(RECRUITED).when(new EndCheck(PVG_ADULTS, TODAY, NOW)).thenRejected(NO_SUCH_CHECK);
    }

    @Test
    void a_role_is_stopped_once() {
        given(RECRUITED, recorded(PVG_ADULTS), new RegulatedRoleStarted(ADULTS, NOW)).when(new StopRegulatedRole(ADULTS, NOW))
                .then(new RegulatedRoleStopped(ADULTS, NOW));
        given(RECRUITED).when(new StopRegulatedRole(ADULTS, NOW)).thenNothing();
    }

    private static StartRegulatedRole start(Workforce workforce, LocalDate today) {
        return new StartRegulatedRole(workforce, today, NOW);
    }

    private static CheckRecorded recorded(CheckKind kind) {
        return new CheckRecorded(pvg(kind), NOW);
    }

    private static Check pvg(CheckKind kind) {
        return new Check(kind, "membership-statement", ISSUED, TODAY, ISSUED.plusYears(5));
    }
}
