package org.kith.referral.people.retaining;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How many years somebody's data are kept after the last of their referrals to a programme ended. */
@ConfigMapping(prefix = "kith.retention")
interface RetentionSettings {
    /** For a programme that names none of its own. */
    @WithDefault("8")
    int years();

    /** By the programme's id. */
    Map<String, Integer> programmeYears();

    /** After a safeguarding concern about them was raised, whatever the programme says: such records are exempt from its shorter time. */
    @WithDefault("25")
    int safeguardingYears();
}
