package org.kith.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Column;
import org.kith.logicmodel.Element;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.SourceDocument;
import org.kith.logicmodel.Statement;
import org.kith.logicmodel.Strand;

/**
 * A logic model as its funder drew it: strands as rows, columns in their order, and in each cell what stands there.
 *
 * @param yearStarts {@code --04-01}: the day on which the programme's year starts
 * @param frame what the document says around its table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelView(
        String programme, String name, int version, String hash, SourceDocument document, List<String> areas, String yearStarts,
        @Nullable String yearAssumption, List<Column> columns, Map<String, Integer> counts, List<ElementView> frame, List<StrandView> strands) {

    public record StrandView(String id, String heading, List<ElementView> elements) {}

    /**
     * @param kind {@code indicator}, or of statements {@code narrative}, {@code record}, {@code document}
     * @param published false where no service publishes its events yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ElementView(
            String id, String kind, List<String> rows, String says, String column, String strand, @Nullable String place, @Nullable String assumption,
            @Nullable String unit, @Nullable String counts, @Nullable List<String> events, @Nullable String target, @Nullable List<String> breakDown,
            @Nullable Boolean published) {}

    static ModelView of(LogicModel model) {
        return new ModelView(
                model.programme(), model.name(), model.version(), model.hash(), model.document(), model.areas(), model.year().starts().toString(),
                model.year().assumption(), model.columns(), model.counts(), elements(model.frame()), model.strands().stream().map(ModelView::strand).toList());
    }

    private static StrandView strand(Strand strand) {
        return new StrandView(strand.id(), strand.heading(), elements(strand.elements()));
    }

    private static List<ElementView> elements(List<Element> elements) {
        return elements.stream().map(ModelView::element).toList();
    }

    private static ElementView element(Element element) {
        return switch (element) {
            case Statement s -> new ElementView(
                    s.id(), s.kind().name().toLowerCase(java.util.Locale.ROOT), s.rows(), s.says(), s.column(), s.strand(), s.place(), s.assumption(), null, null,
                    null, null, null, null);
            case Indicator i -> new ElementView(
                    i.id(), "indicator", i.rows(), i.says(), i.column(), i.strand(), i.place(), i.assumption(), i.unit(), i.definition(), i.events(),
                    i.target().inWords(), i.breakDown(), i.published());
        };
    }
}
