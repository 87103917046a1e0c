package org.kith.reporting.projecting;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.folding.Projection;

/**
 * A projection that this process counts into.
 *
 * @param numbers each series of the model, by key, as the small number that stands for it in the tables; fixed by the model's hash
 * @param medians the series of which is kept how often each value occurs, rather than each value with its event
 */
public record ActiveProjection(int id, LogicModel model, Projection projection, Map<String, Integer> numbers, Set<Integer> medians) {

    public static ActiveProjection of(int id, LogicModel model) {
        var numbers = new LinkedHashMap<String, Integer>();
        var medians = new HashSet<Integer>();
        for (Indicator indicator : model.indicators()) {
            for (var series : indicator.series()) {
                if (series.measure() instanceof Measure.Median) medians.add(numbers.size());
                numbers.put(series.key(), numbers.size());
            }
        }
        return new ActiveProjection(id, model, Projection.of(model), Map.copyOf(numbers), Set.copyOf(medians));
    }

    /** @throws IllegalArgumentException for a key that is not the model's */
    public int number(String series) {
        var number = numbers.get(series);
        if (number == null) throw new IllegalArgumentException(series + " is not a series of " + model.programme());
        return number;
    }
}
