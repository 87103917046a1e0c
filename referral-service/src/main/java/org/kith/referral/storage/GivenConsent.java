package org.kith.referral.storage;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The consent with which somebody was referred, as it was sent.
 *
 * @param how code list {@code consent-how}
 * @param by who gave it, where it was not simply the person; code list {@code consent-by}
 */
@Schema(name = "GivenConsent")
public record GivenConsent(String how, Instant at, @Nullable String by) {}
