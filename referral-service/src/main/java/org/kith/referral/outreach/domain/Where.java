package org.kith.referral.outreach.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded, and where it belongs.
 *
 * @param provider code of the organisation that did it, if it has one
 */
public record Where(UUID entry, String programme, String area, @Nullable String provider) {}
