package org.kith.logicmodel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.periods.Period;

/**
 * A programme's logic model, validated.
 *
 * @param programme the programme's id, which is also the file's name
 * @param version rises with each change of meaning
 * @param hash SHA-256 of the file's bytes, in hexadecimal
 * @param areas codes of the programme's areas
 * @param counts how many there are of what targets are set for each of, such as 12 {@code lot}s
 * @param frame what the document says around its table (aim, parties, rules); its column and strand are {@code frame}
 */
public record LogicModel(
        String programme, String name, int version, SourceDocument document, String hash, List<String> areas, ProgrammeYear year,
        List<Column> columns, Map<String, Integer> counts, List<Element> frame, List<Strand> strands) {

    public LogicModel {
        areas = List.copyOf(areas);
        columns = List.copyOf(columns);
        counts = Map.copyOf(counts);
        frame = List.copyOf(frame);
        strands = List.copyOf(strands);
    }

    /** In the order of the document, those of the frame first. */
    public List<Indicator> indicators() {
        return elements().filter(Indicator.class::isInstance).map(Indicator.class::cast).toList();
    }

    public List<Statement> statements() {
        return elements().filter(Statement.class::isInstance).map(Statement.class::cast).toList();
    }

    public Optional<Indicator> indicator(String id) {
        return indicators().stream().filter(indicator -> indicator.id().equals(id)).findFirst();
    }

    /** @param area one area's code, or null for the whole programme */
    public ScaledTarget targetFor(Indicator indicator, Period period, @Nullable String area) {
        return new TargetScaling(areas.size(), counts).scale(indicator, period, area);
    }

    private Stream<Element> elements() {
        return Stream.concat(frame.stream(), strands.stream().flatMap(strand -> strand.elements().stream()));
    }
}
