package org.kith.reporting.projecting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.folding.Projection;

/**
 * A projection that this process counts into.
 *
 * @param numbers each series of the model, by key, as the small number that stands for it in the tables; fixed by the model's hash
 */
public record ActiveProjection(int id, LogicModel model, Projection projection, Map<String, Integer> numbers) {

    public static ActiveProjection of(int id, LogicModel model) {
        var numbers = new LinkedHashMap<String, Integer>();
        for (Indicator indicator : model.indicators()) for (var series : indicator.series()) numbers.put(series.key(), numbers.size());
        return new ActiveProjection(id, model, Projection.of(model), Map.copyOf(numbers));
    }

    /** @throws IllegalArgumentException for a key that is not the model's */
    public int number(String series) {
        var number = numbers.get(series);
        if (number == null) throw new IllegalArgumentException(series + " is not a series of " + model.programme());
        return number;
    }
}
