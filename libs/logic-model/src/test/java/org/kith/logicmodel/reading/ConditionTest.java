package org.kith.logicmodel.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.PeriodCondition;
import org.kith.logicmodel.PeriodCondition.Bound;
import org.kith.logicmodel.PeriodCondition.Operator;
import org.kith.logicmodel.Selection;

class ConditionTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            event.kind == 'abcd-training'                            | true
            event.kind in ['other', 'link-to-volunteers']            | false
            event.kind.startsWith('abcd') && event.area == 'north'   | true
            event.dimension == ''                                    | true
            event.groupFormedOn < '2026-01-01'                       | true
            event.occurredOn == '2026-06-01'                         | true
            event.provider != 'org-1'                                | true
            size(event.kind) + 1 > 3 && event.kind.matches('.*-.*')  | true
            """)
    void is_decided_by_the_event_alone(String where, boolean holds) {
        assertThat(selection("group.supported", where).matches().test(supported())).isEqualTo(holds);
    }

    @Test
    void a_list_is_asked_for_what_it_holds() {
        var given = fact("referral.received", Map.of("reasons", List.of("debt", "housing")));
        var none = fact("referral.received", Map.of());

        assertThat(selection("referral.received", "'debt' in event.reasons").matches().test(given)).isTrue();
        assertThat(selection("referral.received", "event.reasons.exists(reason, reason.startsWith('hous'))").matches().test(given)).isTrue();
        assertThat(selection("referral.received", "'debt' in event.reasons").matches().test(none)).isFalse();
    }

    @Test
    void a_condition_on_a_number_that_the_event_lacks_does_not_hold() {
        var condition = selection("contact.held", "event.minutes < 60").matches();

        assertThat(condition.test(fact("contact.held", Map.of("minutes", 20)))).isTrue();
        assertThat(condition.test(fact("contact.held", Map.of("minutes", 90L)))).isFalse();
        assertThat(condition.test(fact("contact.held", Map.of()))).isFalse();
    }

    @Test
    void a_condition_on_a_date_that_the_event_lacks_does_not_hold() {
        assertThat(selection("group.supported", "event.groupFormedOn < '2026-01-01'").matches().test(fact("group.supported", Map.of("group", "g1")))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            event.groupFormedOn < period.start                                | BEFORE       | START
            period.end >= event.groupFormedOn                                 | ON_OR_BEFORE | END
            event.kind == 'x' && event.groupFormedOn > period.end             | AFTER        | END
            (event.groupFormedOn >= period.start) && event.kind != 'x'        | ON_OR_AFTER  | START
            """)
    void a_comparison_with_the_period_is_split_off(String where, Operator operator, Bound bound) {
        assertThat(selection("group.supported", where).periodCondition()).isEqualTo(new PeriodCondition("groupFormedOn", operator, bound));
    }

    @Test
    void the_rest_of_a_condition_stays_when_the_period_is_split_off() {
        var rest = selection("group.supported", "event.kind == 'other' && event.groupFormedOn < period.start && event.area == 'north'").matches();

        assertThat(rest.test(supported())).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            event.colour == 'red'                                                               | has no field "colour"
            event.kind == 7                                                                     | no matching overload
            size(event.kind) > 'x'                                                              | no matching overload
            event.kind.shout() == 'X'                                                           | undeclared reference
            event.kind                                                                          | expected type 'bool'
            event.kind ==                                                                       | at its character
            other.kind == 'x'                                                                   | undeclared reference
            !(event.groupFormedOn < period.start)                                               | about the period, a condition can only say
            event.kind < period.start                                                           | about the period, a condition can only say
            event.groupFormedOn == period.start                                                 | about the period, a condition can only say
            event.groupFormedOn < period.start && event.groupFormedOn > period.end              | compare one date with the period, not two
            """)
    void what_it_cannot_say_is_refused_with_the_line(String where, String message) {
        assertThatThrownBy(() -> selection("group.supported", where))
                .isInstanceOf(InvalidLogicModel.class)
                .hasMessageContaining("trial.yaml:" + ModelText.INDICATOR_LINE)
                .hasMessageContaining(message);
    }

    @Test
    void only_what_is_added_up_can_depend_on_the_period() {
        assertThatThrownBy(() -> ModelText.loadWith("milestone: {of: group.supported, where: \"event.groupFormedOn < period.start\"}"))
                .hasMessageContaining("only a count, a sum or a distinct");
    }

    private static Selection selection(String event, String where) {
        return ((Measure.Count) ModelText.loadWith("count: {of: " + event + ", where: \"" + where + "\"}").indicators().getFirst().measure()).of();
    }

    private static Fact supported() {
        return fact("group.supported", Map.of("group", "g1", "kind", "abcd-training", "groupFormedOn", "2024-02-01"));
    }

    private static Fact fact(String type, Map<String, ? extends @Nullable Object> data) {
        return Fact.of(UUID.randomUUID(), type, Instant.parse("2026-06-01T10:00:00Z"), List.of("trial"), "north", null, new HashMap<>(data));
    }
}
