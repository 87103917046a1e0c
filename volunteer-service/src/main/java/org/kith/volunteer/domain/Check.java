package org.kith.volunteer.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a check was seen and is good; never what stands in it.
 *
 * @param evidence what was seen, coded
 * @param issuedOn when it was issued, or the membership began or was renewed
 * @param renewBy the last day on which it holds; null where neither law nor programme sets one
 */
public record Check(CheckKind kind, String evidence, LocalDate issuedOn, LocalDate checkedOn, @Nullable LocalDate renewBy) {

    boolean clearsFor(Workforce workforce, LocalDate on) {
        return kind.clearsFor(workforce) && (renewBy == null || !renewBy.isBefore(on));
    }
}
