package org.kith.referral.receiving;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a referral.
 *
 * @param organisation code that owns the referral; {@code practice:CODE} for a practice
 * @param actor opaque id of the account, or {@code practice:CODE}
 * @param programmes that the sender may refer to; a practice may refer to those in whose clusters it is
 * @param practice the code of the practice that sends, if one does
 */
public record Sender(
        String organisation, String actor, String door, Set<String> programmes, @Nullable String practice, UUID correlationId) {

    static final String REST = "rest";
    static final String WEBHOOK = "webhook";

    static Sender practice(String code, Set<String> programmes, UUID correlationId) {
        var name = "practice:" + code;
        return new Sender(name, name, WEBHOOK, programmes, code, correlationId);
    }
}
