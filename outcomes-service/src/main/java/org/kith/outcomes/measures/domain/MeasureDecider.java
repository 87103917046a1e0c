package org.kith.outcomes.measures.domain;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.outcomes.measures.domain.Measure.Complete;
import org.kith.outcomes.measures.domain.Measure.NotTaken;
import org.kith.outcomes.measures.domain.MeasureFact.Taken;

public final class MeasureDecider implements Decider<TakeMeasure, Measure, MeasureFact> {

    @Override
    public Measure initial() {
        return new NotTaken();
    }

    @Override
    public Decision<MeasureFact> decide(TakeMeasure c, Measure state) {
        return switch (state) {
            case NotTaken _ -> {
                var metric = c.instrument() == Instrument.SWEMWBS ? Swemwbs.metric(c.raw()) : null;
                yield Decision.accept(new Taken(
                        c.measure(), c.programme(), c.area(), c.subject(), c.subjectKind(), c.instrument(), c.occasion(), c.answers(), c.raw(),
                        metric, c.provider(), c.at()));
            }
            case Complete _ -> Decision.reject(MeasureRejection.ALREADY_TAKEN);
        };
    }

    @Override
    public Measure evolve(Measure state, MeasureFact event) {
        return switch (event) {
            case Taken e -> new Complete(e);
        };
    }
}
