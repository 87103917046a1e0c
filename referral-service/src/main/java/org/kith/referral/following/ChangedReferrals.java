package org.kith.referral.following;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param cursor what {@code after} is to be the next time; absent while nothing has been found at all
 * @param more whether there is more at this moment
 */
@Schema(name = "ChangedReferrals")
record ChangedReferrals(List<ChangedReferral> items, @Nullable String cursor, boolean more) {}
