package org.kith.referral.people.candidates;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who may be the same person.
 *
 * @param confidence high: name, birth date and postcode agree; medium: name and birth date; low: these do, but both have a number, and
 *     they would have been found to be the same if the numbers agreed
 * @param agreesOn name-and-birth-date, postcode
 * @param referrals those of your programmes in which they agree
 */
@Schema(name = "Candidate")
public record Candidate(UUID person, String confidence, List<String> agreesOn, List<UUID> referrals) {
    private static final String NAME_AND_BIRTH_DATE = "name-and-birth-date";

    static Candidate of(UUID person, boolean postcode, boolean bothHaveNumbers, List<UUID> referrals) {
        var confidence = bothHaveNumbers ? "low" : postcode ? "high" : "medium";
        return new Candidate(person, confidence, postcode ? List.of(NAME_AND_BIRTH_DATE, "postcode") : List.of(NAME_AND_BIRTH_DATE), referrals);
    }
}
