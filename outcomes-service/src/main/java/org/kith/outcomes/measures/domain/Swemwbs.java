package org.kith.outcomes.measures.domain;

import java.math.BigDecimal;

/** The published conversion of raw SWEMWBS sums to metric scores, which alone may be compared and averaged. */
public final class Swemwbs {
    private static final int LOWEST_RAW = 7;
    private static final String[] METRIC = {
            "7.00", "9.51", "11.25", "12.40", "13.33", "14.08", "14.75", "15.32", "15.84", "16.36", "16.88", "17.43", "17.98", "18.59", "19.25",
            "19.98", "20.73", "21.54", "22.35", "23.21", "24.11", "25.03", "26.02", "27.03", "28.13", "29.31", "30.70", "32.55", "35.00"
    };

    private Swemwbs() {}

    /**
     * @param raw 7 to 35
     * @return 7.00 to 35.00
     */
    public static BigDecimal metric(int raw) {
        return new BigDecimal(METRIC[raw - LOWEST_RAW]);
    }
}
