package org.kith.logicmodel.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.LogicModel;

/** A model made ready for folding: its series by event type. Safe for use by several threads. */
public final class Projection {
    private final String programme;
    private final Map<String, List<SeriesFold>> folds;

    private Projection(String programme, Map<String, List<SeriesFold>> folds) {
        this.programme = programme;
        this.folds = folds;
    }

    public static Projection of(LogicModel model) {
        var folds = new HashMap<String, List<SeriesFold>>();
        for (var indicator : model.indicators())
            for (var series : indicator.series())
                for (var fold : SeriesFold.of(indicator, series, model.areas()))
                    for (var event : fold.events()) folds.computeIfAbsent(event, _ -> new ArrayList<>()).add(fold);
        return new Projection(model.programme(), folds);
    }

    /** What the event adds, in the order of the model; empty for another programme's event. Deterministic and pure. */
    public List<Contribution> contributions(Fact fact) {
        var interested = folds.get(fact.type());
        if (interested == null || !fact.programmes().contains(programme)) return List.of();
        var contributions = new ArrayList<Contribution>(interested.size());
        for (var fold : interested) {
            var contribution = fold.apply(fact);
            if (contribution != null) contributions.add(contribution);
        }
        return contributions;
    }
}
