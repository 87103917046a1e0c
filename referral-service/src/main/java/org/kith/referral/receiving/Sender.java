package org.kith.referral.receiving;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.web.caller.Caller;
import org.kith.web.problem.Problems;

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

    private static final String WEBHOOK = "webhook";

    /**
     * An account that refers through that door.
     *
     * @throws org.kith.web.problem.ProblemException 403 for an account of no organisation
     */
    public static Sender account(Caller caller, String door, UUID correlationId) {
        if (caller.organisation() == null) throw Problems.forbidden("Your account belongs to no organisation that could refer.");
        return new Sender(caller.organisation(), caller.subject(), door, caller.programmes(), null, correlationId);
    }

    /** A practice may refer to the programmes in whose clusters it is or was. */
    public static Sender practice(String code, Reference known, UUID correlationId) {
        return practice(code, known.practice(code).map(practice -> practice.clusters().keySet()).orElse(Set.of()), correlationId);
    }

    static Sender practice(String code, Set<String> programmes, UUID correlationId) {
        var name = "practice:" + code;
        return new Sender(name, name, WEBHOOK, programmes, code, correlationId);
    }
}
