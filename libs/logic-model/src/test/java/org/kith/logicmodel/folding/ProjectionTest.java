package org.kith.logicmodel.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.folding.Amount.Counted;
import org.kith.logicmodel.folding.Amount.Member;
import org.kith.logicmodel.folding.Amount.Sample;
import org.kith.logicmodel.folding.Amount.Summed;
import org.kith.logicmodel.reading.EventVocabulary;
import org.kith.logicmodel.reading.LogicModels;

class ProjectionTest {
    private static final Projection CLICS = Projection.of(LogicModels.load(
            Path.of(System.getProperty("kith.root"), "programmes", "clics.yaml"), EventVocabulary.ofCatalogue()));

    @Test
    void an_event_adds_to_each_indicator_that_is_made_from_it() {
        var contributions = CLICS.contributions(fact("grant.awarded", "CP4", Map.of("grant", "g", "fund", "f", "amountPence", 75050, "awardedOn", "2026-06-30")));

        assertThat(contributions).containsExactly(new Contribution(
                "development-budget-granted", "development-budget-granted", "CP4", Map.of(), LocalDate.of(2026, 6, 30), new Summed(new BigDecimal("750.50")), null));
    }

    @Test
    void a_date_that_the_period_is_compared_with_goes_along() {
        var supported = Map.<String, Object>of("group", "g1", "kind", "abcd-training", "groupFormedOn", "2024-02-01");

        assertThat(CLICS.contributions(fact("group.supported", "CP4", supported))).singleElement().satisfies(contribution -> {
            assertThat(contribution.amount()).isEqualTo(new Member("g1"));
            assertThat(contribution.periodDate()).isEqualTo(LocalDate.of(2024, 2, 1));
            assertThat(contribution.breakdown()).isEqualTo(Map.of("kind", List.of("abcd-training"), "dimension", List.of("not-recorded")));
        });
        assertThat(CLICS.contributions(fact("group.supported", "CP4", Map.of("group", "g1", "kind", "x")))).isEmpty();
    }

    @Test
    void a_list_breaks_down_into_each_of_its_values_once() {
        var identified = Map.<String, Object>of("organisation", "o1", "kind", "faith", "delivers", List.of("food", "arts", "food"));

        assertThat(CLICS.contributions(fact("organisation.identified", "CP4", identified)).getFirst().breakdown())
                .isEqualTo(Map.of("kind", List.of("faith"), "delivers", List.of("food", "arts")));
    }

    @Test
    void a_score_is_a_sample_of_its_subject_on_its_scale_at_its_occasion() {
        var taken = Map.<String, Object>of(
                "subject", "v1", "subjectKind", "volunteer", "instrument", "swemwbs", "occasion", "baseline", "raw", 20, "metric", 18.59);

        assertThat(CLICS.contributions(fact("measure.taken", "CP4", taken))).extracting(Contribution::indicator, Contribution::amount)
                .contains(org.assertj.core.groups.Tuple.tuple("volunteer-well-being", new Sample("v1", "swemwbs", "baseline", new BigDecimal("18.59"))));
    }

    @Test
    void an_area_that_the_model_does_not_have_counts_for_the_whole_programme_only() {
        assertThat(CLICS.contributions(fact("first-contact-form.completed", "CP9", Map.of("form", "f"))))
                .allSatisfy(contribution -> assertThat(contribution.area()).isNull())
                .extracting(Contribution::amount).containsOnly(new Counted(1));
    }

    @Test
    void an_event_of_another_programme_adds_nothing() {
        var theirs = Fact.of(UUID.randomUUID(), "volunteer.trained", Instant.EPOCH, List.of("sird-2021"), "CP4", null, new HashMap<>(Map.of("volunteer", "v")));

        assertThat(CLICS.contributions(theirs)).isEmpty();
    }

    @Test
    void an_event_counts_on_its_day_in_london() {
        var lateEvening = Fact.of(
                UUID.randomUUID(), "volunteer.trained", Instant.parse("2026-06-30T23:30:00Z"), List.of("clics"), "CP4", null, new HashMap<>(Map.of("volunteer", "v")));

        assertThat(CLICS.contributions(lateEvening)).extracting(Contribution::day).containsOnly(LocalDate.of(2026, 7, 1));
    }

    private static Fact fact(String type, String area, Map<String, ? extends @Nullable Object> data) {
        return Fact.of(UUID.randomUUID(), type, Instant.parse("2026-06-01T10:00:00Z"), List.of("clics"), area, null, new HashMap<>(data));
    }
}
