package org.kith.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.periods.Period;
import org.kith.logicmodel.reading.EventVocabulary;
import org.kith.logicmodel.reading.LogicModels;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.reports.Measured.Value;
import org.kith.reporting.reports.ReportReader.Standing;
import org.kith.reporting.reports.ReportView.IndicatorView;

class ShownTest {
    private static final LogicModel CLICS = LogicModels.load(Path.of("../programmes/clics.yaml"), EventVocabulary.ofCatalogue());
    private static final ActiveProjection PROJECTION = ActiveProjection.of(1, CLICS);
    private static final ReportQuestion YEAR = new ReportQuestion(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)), null, null);

    @Test
    void an_outsider_cannot_tell_a_small_number_from_the_total_and_the_other_areas() {
        var volunteers = shown("volunteers-trained", true, 20, 12, 3);

        assertThat(volunteers.areas().get("CP6").value()).isNull();
        assertThat(volunteers.areas().get("CP6").status()).isEqualTo("hidden");
        assertThat(volunteers.areas().values().stream().filter(area -> area.value() == null).count()).isGreaterThanOrEqualTo(2);
        assertThat(volunteers.value()).isIn(new BigDecimal("35"), null);
    }

    @Test
    void numbers_of_groups_are_shown_as_they_are() {
        var groups = shown("groups-formed", true, 2, 1, 1);

        assertThat(groups.value()).isEqualByComparingTo("4");
        assertThat(groups.areas().get("CP4").value()).isEqualByComparingTo("2");
    }

    @Test
    void the_programmes_own_staff_see_every_number() {
        assertThat(shown("volunteers-trained", false, 20, 12, 3).areas().get("CP6").value()).isEqualByComparingTo("3");
    }

    @Test
    void a_target_is_scaled_to_all_areas_and_stated_as_the_document_does() {
        var groups = shown("groups-formed", false, 2, 1, 1);

        assertThat(groups.target()).isNotNull();
        assertThat(groups.target().value()).isEqualByComparingTo("18");
        assertThat(groups.target().stated()).isEqualTo("6 per area in a year");
        assertThat(groups.status()).isEqualTo("below target");
        assertThat(groups.areas().get("CP4").target().value()).isEqualByComparingTo("6");
    }

    @Test
    void there_is_no_mean_of_nothing() {
        var wellBeing = shown("volunteer-well-being", false, 0, 0, 0);

        assertThat(wellBeing.value()).isNull();
        assertThat(wellBeing.areas().get("CP4").value()).isNull();
    }

    private static IndicatorView shown(String indicator, boolean rounded, long cp4, long cp5, long cp6) {
        var numbers = Measured.of(PROJECTION);
        var areas = List.of("CP4", "CP5", "CP6");
        var counts = List.of(cp4, cp5, cp6);
        for (int i = 0; i < 3; i++) {
            if (counts.get(i) == 0) continue;
            var value = new Value(BigDecimal.valueOf(counts.get(i)), counts.get(i));
            numbers.add(PROJECTION.number(indicator), CellRef.of(areas.get(i)), value);
            numbers.add(PROJECTION.number(indicator), CellRef.TOTAL, value);
        }
        return new ReportBuilder(PROJECTION, YEAR, rounded).build(numbers, new Standing(null, 0)).indicators().stream()
                .filter(view -> view.id().equals(indicator)).findFirst().orElseThrow();
    }
}
