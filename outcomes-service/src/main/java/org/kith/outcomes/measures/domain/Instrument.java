package org.kith.outcomes.measures.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be measured with, and its bounds. An instrument of one item is a single score. The four questions of ONS4 are four
 * instruments, since they are never summed. Wording is licensed and not here.
 */
public enum Instrument {
    SWEMWBS("swemwbs", 7, 1, 5),
    WEMWBS("wemwbs", 14, 1, 5),
    UCLA_3("ucla-3", 3, 1, 3),
    GSE_10("gse-10", 10, 1, 4),
    ONS4_SATISFIED("ons4-satisfied", 1, 0, 10),
    ONS4_WORTHWHILE("ons4-worthwhile", 1, 0, 10),
    ONS4_HAPPY("ons4-happy", 1, 0, 10),
    ONS4_ANXIOUS("ons4-anxious", 1, 0, 10),
    EQ_VAS("eq-vas", 1, 0, 100),
    PAM("pam", 1, 0, 100);

    private final String code;
    private final int items;
    private final int lowest;
    private final int highest;

    Instrument(String code, int items, int lowest, int highest) {
        this.code = code;
        this.items = items;
        this.lowest = lowest;
        this.highest = highest;
    }

    public String code() {
        return code;
    }

    public int items() {
        return items;
    }

    /** Bounds of one item. */
    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    public int lowestRaw() {
        return items * lowest;
    }

    public int highestRaw() {
        return items * highest;
    }

    /** @param answers one for each item, each within its bounds */
    public int raw(List<Integer> answers) {
        return answers.stream().mapToInt(Integer::intValue).sum();
    }

    public static Optional<Instrument> of(String code) {
        return Arrays.stream(values()).filter(instrument -> instrument.code.equals(code)).findFirst();
    }
}
