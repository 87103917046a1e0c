package org.kith.referral.steps;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.Referral;

/**
 * What comes with a step that is no part of its command.
 *
 * @param note about the person, kept encrypted
 * @param name in the answer, of what the step made; {@code made} is its id
 */
record Beside(@Nullable String note, @Nullable String name, @Nullable UUID made) {
    static final Beside NOTHING = new Beside(null, null, null);

    String body(Referral.Known state) {
        var about = "\"id\":\"%s\",\"phase\":\"%s\"".formatted(state.particulars().referral(), state.phase().code());
        return made == null ? "{" + about + "}" : "{" + about + ",\"%s\":\"%s\"}".formatted(name, made);
    }

    /** Says nothing of the note, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "Beside[…]";
    }
}
