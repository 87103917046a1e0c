package org.kith.reporting.reports;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.reporting.reports.ReportView.IndicatorView;
import org.kith.reporting.reports.ReportView.TargetView;

/** A report as RFC 4180 has tables: a line for each indicator's total, area and break-down value. */
final class ReportCsv {
    private static final String HEADER = line(
            "programme", "model_version", "period_from", "period_to", "as_of", "projected_through", "final", "indicator", "rows", "says", "column", "strand",
            "unit", "area", "dimension", "dimension_value", "value", "target", "target_from", "target_to", "status");

    private final ReportView report;
    private final StringBuilder text = new StringBuilder(HEADER);

    private ReportCsv(ReportView report) {
        this.report = report;
    }

    static String of(ReportView report) {
        var csv = new ReportCsv(report);
        report.indicators().forEach(csv::lines);
        return csv.text.toString();
    }

    private void lines(IndicatorView indicator) {
        add(indicator, indicator.area(), "", "", indicator.value(), indicator.target(), indicator.status());
        indicator.areas().forEach((area, view) -> add(indicator, area, "", "", view.value(), view.target(), view.status()));
        indicator.breakDown().forEach((field, values) -> values.forEach((value, number) -> add(indicator, indicator.area(), field, value, number, null, "")));
    }

    private void add(
            IndicatorView indicator, @Nullable String area, String dimension, String dimensionValue, @Nullable BigDecimal value, @Nullable TargetView target,
            String status) {
        text.append(line(
                report.programme(), Integer.toString(report.model().version()), report.period().from().toString(), report.period().to().toString(),
                text(report.asOf()), text(report.projectedThrough()), Boolean.toString(report.isFinal()), indicator.id(), String.join(" ", indicator.rows()),
                indicator.says(), indicator.column(), indicator.strand(), indicator.unit(), text(area), dimension, dimensionValue, number(value),
                target == null ? "" : number(target.value()), target == null ? "" : number(target.from()), target == null ? "" : number(target.to()), status));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static String line(String... fields) {
        return Arrays.stream(fields).map(ReportCsv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would take for a formula is marked as text; a negative number is one. */
    private static String field(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !value.matches("-[0-9.]+") ? "'" + value : value;
        return safe.contains(",") || safe.contains("\"") || safe.contains("\n") || safe.contains("\r") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
