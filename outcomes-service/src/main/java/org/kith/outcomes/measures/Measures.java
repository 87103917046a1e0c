package org.kith.outcomes.measures;

import static org.kith.eventstore.ColumnType.INT;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.ColumnType.TIMESTAMPTZ;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.kith.events.OutcomesEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;
import org.kith.outcomes.measures.domain.Measure;
import org.kith.outcomes.measures.domain.MeasureFact;

/** Streams {@code measure-<uuid>}: how they are stored, shown and told. */
public final class Measures implements StreamFamily<Measure, MeasureFact> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "measure",
            column("programme", TEXT),
            column("area", TEXT),
            column("subject", TEXT),
            column("subject_kind", TEXT),
            column("instrument", TEXT),
            column("occasion", TEXT),
            column("raw", INT),
            column("metric", TEXT),
            column("taken_at", TIMESTAMPTZ));

    private static final EventCodec<MeasureFact> CODEC = EventCodec.of(MeasureFact.class).event("measure.taken", MeasureFact.Taken.class).build();

    @Override
    public String name() {
        return "measure";
    }

    @Override
    public String source() {
        return "/kith/outcomes";
    }

    @Override
    public EventCodec<MeasureFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Measure stateAfter, MeasureFact event) {
        return switch (event) {
            case MeasureFact.Taken e -> {
                var fact = new OutcomesEvent.MeasureTaken(
                        e.measure(), e.subject(), e.subjectKind(), e.instrument().code(), e.occasion().code(), e.raw(), e.metric());
                yield Optional.of(Publication.of(fact, e.programme(), e.area(), e.provider()));
            }
        };
    }

    static List<CompanionRow> show(String id, Measure measure, long version, int added) {
        return switch (measure) {
            case Measure.NotTaken _ -> List.of();
            case Measure.Complete(var m) -> REGISTER.show(
                    id, version, added, m.programme(), m.area(), m.subject(), m.subjectKind(), m.instrument().code(), m.occasion().code(), m.raw(),
                    m.metric() == null ? null : m.metric().toPlainString(), m.occurredAt());
        };
    }
}
