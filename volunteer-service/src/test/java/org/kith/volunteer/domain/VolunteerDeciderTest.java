package org.kith.volunteer.domain;

import static org.kith.volunteer.domain.ModuleKind.MECC;
import static org.kith.volunteer.domain.ModuleKind.MENTAL_HEALTH_AWARENESS;
import static org.kith.volunteer.domain.ModuleKind.NEEDS_LED;
import static org.kith.volunteer.domain.ModuleKind.ONLINE_PACKAGE;
import static org.kith.volunteer.domain.ModuleKind.RSPH_LEVEL_1;
import static org.kith.volunteer.domain.VolunteerRejection.ALREADY_RECRUITED;
import static org.kith.volunteer.domain.VolunteerRejection.MODULE_ALREADY_COMPLETED;
import static org.kith.volunteer.domain.VolunteerRejection.UNKNOWN_VOLUNTEER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.decider.Decider;
import org.kith.testsupport.DeciderSpec;
import org.kith.volunteer.domain.VolunteerCommand.CompleteModule;
import org.kith.volunteer.domain.VolunteerCommand.RecruitVolunteer;
import org.kith.volunteer.domain.VolunteerFact.CertificateIssued;
import org.kith.volunteer.domain.VolunteerFact.ModuleCompleted;
import org.kith.volunteer.domain.VolunteerFact.Recruited;
import org.kith.volunteer.domain.VolunteerFact.Trained;

class VolunteerDeciderTest implements DeciderSpec<VolunteerCommand, Volunteer, VolunteerFact> {
    private static final Instant BEFORE = Instant.parse("2026-04-30T09:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-05-04T09:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-05-08T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");
    private static final Instant AHEAD = NOW.plusSeconds(40);
    private static final CertificateNumber NUMBER = CertificateNumber.of(12345);
    private static final Profile PROFILE = new Profile("v1", "clics", "CP4", "self", "host", MONDAY);
    private static final Recruited RECRUITED = new Recruited("v1", "clics", "CP4", "self", "host", MONDAY);

    @Override
    public Decider<VolunteerCommand, Volunteer, VolunteerFact> decider() {
        return new VolunteerDecider();
    }

    @Test
    void is_recruited_once() {
        given().when(new RecruitVolunteer(PROFILE)).then(RECRUITED);
        given(RECRUITED).when(new RecruitVolunteer(PROFILE)).thenRejected(ALREADY_RECRUITED);
        given().when(complete("mecc", MECC, FRIDAY)).thenRejected(UNKNOWN_VOLUNTEER);
    }

    static Stream<List<ModuleKind>> orders() {
        return permutations(List.of(RSPH_LEVEL_1, MECC, MENTAL_HEALTH_AWARENESS, NEEDS_LED));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void is_trained_by_the_fourth_required_module_whatever_the_order(List<ModuleKind> order) {
        var history = new ArrayList<VolunteerFact>(List.of(RECRUITED));
        for (var kind : order.subList(0, 3)) {
            given(history).when(complete(kind.code(), kind, MONDAY)).then(completed(kind.code(), kind, MONDAY));
            history.add(completed(kind.code(), kind, MONDAY));
        }
        var last = order.getLast();
        given(history)
                .when(complete(last.code(), last, FRIDAY))
                .then(completed(last.code(), last, FRIDAY), new Trained(FRIDAY), new CertificateIssued(NUMBER, NOW));
    }

    @Test
    void is_trained_on_the_day_of_the_latest_module_even_if_it_was_told_first() {
        given(List.of(RECRUITED, completed("rsph", RSPH_LEVEL_1, FRIDAY), completed("mecc", MECC, MONDAY), completed("first-aid", NEEDS_LED, MONDAY)))
                .when(complete("mha", MENTAL_HEALTH_AWARENESS, MONDAY))
                .then(completed("mha", MENTAL_HEALTH_AWARENESS, MONDAY), new Trained(FRIDAY), new CertificateIssued(NUMBER, NOW));
    }

    @Test
    void who_brings_all_of_the_training_is_trained_from_the_day_of_recruitment() {
        given(List.of(RECRUITED, completed("rsph", RSPH_LEVEL_1, BEFORE), completed("mecc", MECC, BEFORE), completed("first-aid", NEEDS_LED, BEFORE)))
                .when(complete("mha", MENTAL_HEALTH_AWARENESS, BEFORE))
                .then(completed("mha", MENTAL_HEALTH_AWARENESS, BEFORE), new Trained(MONDAY), new CertificateIssued(NUMBER, NOW));
    }

    @Test
    void where_who_tells_of_it_has_a_clock_ahead_of_ours_no_certificate_is_dated_before_the_training() {
        given(List.of(RECRUITED, completed("rsph", RSPH_LEVEL_1, MONDAY), completed("mecc", MECC, MONDAY), completed("first-aid", NEEDS_LED, MONDAY)))
                .when(complete("mha", MENTAL_HEALTH_AWARENESS, AHEAD))
                .then(completed("mha", MENTAL_HEALTH_AWARENESS, AHEAD), new Trained(AHEAD), new CertificateIssued(NUMBER, AHEAD));
    }

    @Test
    void who_was_trained_before_recruitment_under_an_older_rule_is_read_as_they_are() {
        given(List.of(RECRUITED, completed("rsph", RSPH_LEVEL_1, BEFORE), new Trained(BEFORE), new CertificateIssued(NUMBER, BEFORE)))
                .when(complete("digital-skills", NEEDS_LED, FRIDAY)).then(completed("digital-skills", NEEDS_LED, FRIDAY));
    }

    @Test
    void free_online_packages_train_nobody() {
        given(List.of(RECRUITED, completed("rsph", RSPH_LEVEL_1, MONDAY), completed("mecc", MECC, MONDAY), completed("mha", MENTAL_HEALTH_AWARENESS, MONDAY)))
                .when(complete("safeguarding", ONLINE_PACKAGE, FRIDAY))
                .then(completed("safeguarding", ONLINE_PACKAGE, FRIDAY));
    }

    @Test
    void goes_on_learning_with_the_one_certificate() {
        var trained = List.of(
                RECRUITED, completed("rsph", RSPH_LEVEL_1, MONDAY), completed("mecc", MECC, MONDAY), completed("mha", MENTAL_HEALTH_AWARENESS, MONDAY),
                completed("first-aid", NEEDS_LED, MONDAY), new Trained(MONDAY), new CertificateIssued(NUMBER, NOW));
        given(trained).when(complete("digital-skills", NEEDS_LED, FRIDAY)).then(completed("digital-skills", NEEDS_LED, FRIDAY));
        given(trained).when(complete("mecc", MECC, FRIDAY)).thenRejected(MODULE_ALREADY_COMPLETED);
    }

    private static CompleteModule complete(String module, ModuleKind kind, Instant at) {
        return new CompleteModule(module, kind, at, NUMBER, NOW);
    }

    private static ModuleCompleted completed(String module, ModuleKind kind, Instant at) {
        return new ModuleCompleted(module, kind, at);
    }

    private static Stream<List<ModuleKind>> permutations(List<ModuleKind> kinds) {
        if (kinds.isEmpty()) return Stream.of(List.of());
        return kinds.stream().flatMap(first -> permutations(kinds.stream().filter(k -> k != first).toList())
                .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList()));
    }
}
