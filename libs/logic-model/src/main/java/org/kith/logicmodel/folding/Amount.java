package org.kith.logicmodel.folding;

import java.math.BigDecimal;

/** What one event adds to one series. Which kind a series gets is fixed by its measure. */
public sealed interface Amount {

    /** Count, Milestone, Narrative. */
    record Counted(long number) implements Amount {}

    /** Sum. Pence are already pounds. */
    record Summed(BigDecimal value) implements Amount {}

    /** Distinct. */
    record Member(String subject) implements Amount {}

    /**
     * PairedChange, Median, Latest, Standing.
     *
     * @param subject who or what was measured; for a median the event's own id
     * @param scale instrument that the value is on; empty where the measure has none
     * @param occasion which of the measure's occasions: baseline or follow-up, {@code opened} or {@code closed}; otherwise empty
     */
    record Sample(String subject, String scale, String occasion, BigDecimal value) implements Amount {}
}
