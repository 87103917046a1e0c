package org.kith.referral.receiving;

import org.jspecify.annotations.Nullable;

/** Where a referral belongs. */
record Place(String programme, String area, @Nullable String practice) {}
