package org.kith.outcomes.measures.domain;

public sealed interface Measure {
    record NotTaken() implements Measure {}

    record Complete(MeasureFact.Taken taken) implements Measure {}
}
