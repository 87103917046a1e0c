package org.kith.volunteer.assuring;

import java.time.LocalDate;
import java.util.List;

/**
 * Checks that end soon, or have ended without being renewed, the soonest first.
 *
 * @param more whether there are further ones
 */
public record ChecksDue(List<DueCheck> items, boolean more) {

    /** @param regulatedRoles that the volunteer does, with commas */
    public record DueCheck(String volunteer, String programme, String area, String kind, LocalDate renewBy, String regulatedRoles) {}
}
