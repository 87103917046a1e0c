package org.kith.outcomes.measures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** How much one person's SWEMWBS metric score must change to mean something. */
@ConfigMapping(prefix = "kith.outcomes.swemwbs")
interface ChangeSettings {
    /** One standard error of measurement. */
    @WithDefault("1.03")
    BigDecimal possible();

    /** 2.77 standard errors of measurement. */
    @WithDefault("2.87")
    BigDecimal meaningful();

    default String meaning(BigDecimal change) {
        var size = change.abs();
        var meaning = size.compareTo(meaningful()) >= 0 ? "meaningful" : size.compareTo(possible()) >= 0 ? "possible" : "none";
        return change.signum() < 0 && !meaning.equals("none") ? "worse-" + meaning : meaning;
    }
}
