package org.kith.logicmodel.folding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.folding.Amount.Counted;
import org.kith.logicmodel.folding.Amount.Member;
import org.kith.logicmodel.folding.Amount.Sample;
import org.kith.logicmodel.folding.Amount.Summed;

/** How a measure reads an amount off an event; none where the event lacks what the measure needs. */
@FunctionalInterface
interface AmountRule {
    String OPENED = "opened";
    String CLOSED = "closed";
    Counted ONE = new Counted(1);

    @Nullable
    Amount amount(Fact fact);

    static AmountRule of(Measure measure) {
        return switch (measure) {
            case Measure.Count _,Measure.Milestone _,Measure.Narrative _ -> _ -> ONE;
            case Measure.Sum(_, var field) -> fact -> summed(Fields.number(fact, field));
            case Measure.Distinct(_, var by) -> fact -> member(Fields.text(fact, by));
            case Measure.Median(_, var field) -> fact -> sample(fact.id().toString(), "", "", Fields.number(fact, field));
            case Measure.Latest(_, var by, var field) -> fact -> sample(Fields.text(fact, by), "", "", Fields.number(fact, field));
            case Measure.PairedChange change -> fact -> paired(change, fact);
            case Measure.Standing _,Measure.Ratio _,Measure.Difference _ -> throw new IllegalArgumentException("not one series: " + measure.definition());
        };
    }

    static AmountRule opened(Measure.Standing standing) {
        var sum = standing.sum();
        return fact -> sample(Fields.text(fact, standing.by()), "", OPENED, sum == null ? BigDecimal.ONE : Fields.number(fact, sum));
    }

    static AmountRule closed(Measure.Standing standing) {
        return fact -> sample(Fields.text(fact, standing.by()), "", CLOSED, BigDecimal.ZERO);
    }

    private static @Nullable Amount summed(@Nullable BigDecimal value) {
        return value == null ? null : new Summed(value);
    }

    private static @Nullable Amount member(@Nullable String subject) {
        return subject == null ? null : new Member(subject);
    }

    private static @Nullable Amount sample(@Nullable String subject, String scale, String occasion, @Nullable BigDecimal value) {
        return subject == null || value == null ? null : new Sample(subject, scale, occasion, value);
    }

    private static @Nullable Amount paired(Measure.PairedChange change, Fact fact) {
        var scale = Fields.text(fact, "instrument");
        var occasion = Fields.text(fact, "occasion");
        if (scale == null || occasion == null || !change.scales().contains(scale)) return null;
        if (!occasion.equals(change.from()) && !occasion.equals(change.to())) return null;
        return sample(Fields.text(fact, change.by()), scale, occasion, Fields.number(fact, change.value()));
    }
}
