package org.kith.logicmodel.folding;

import java.util.List;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.LogicModel;

/** A model made ready for folding: its series by event type. Safe for use by several threads. */
public final class Projection {
    private final LogicModel model;

    private Projection(LogicModel model) {
        this.model = model;
    }

    public static Projection of(LogicModel model) {
        return new Projection(model);
    }

    /** What the event adds, in the order of the model; empty for another programme's event. Deterministic and pure. */
    public List<Contribution> contributions(Fact fact) {
        return List.of();
    }
}
