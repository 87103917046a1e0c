package org.kith.referral.linkage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an evaluation is given.
 *
 * @param withoutNumber people who were supported and are left out, since nothing could be linked: neither an NHS nor a CHI number is known
 * @param withheld people who are left out since they did not let it be done
 */
@Schema(name = "LinkageExtract")
record Extract(UUID agreement, LocalDate from, LocalDate until, String note, int withoutNumber, int withheld, List<Person> rows) {
    static final String NOTE = "Each row is one person, under a pseudonym: use it as was agreed, try to find out about nobody, and publish no number of fewer than eight people.";

    /**
     * Somebody whom a programme supported; in two programmes, a row in each.
     *
     * @param linkageId HMAC-SHA-256 under the agreed key over the ten digits of the number, in hexadecimal
     * @param numberKind nhs or chi
     * @param area of the latest referral
     * @param ageBand on the first day of support
     * @param supportedFrom month of the first support in the period, {@code 2026-04}; {@code supportedUntil} of the last
     * @param contacts by mode; {@code signposted} and {@code onwardReferrals} by kind
     * @param servicesUsed other services, as the person says; none also where nobody asked
     * @param outcome as the latest referral was closed; disengaged, cancelled, or open
     */
    @Schema(name = "LinkageRow")
    record Person(
            String linkageId, String numberKind, String programme, String area, String ageBand, String gender, String ethnicity, List<String> reasons,
            String supportedFrom, String supportedUntil, Map<String, Integer> contacts, Map<String, Integer> signposted,
            Map<String, Integer> onwardReferrals, List<String> servicesUsed, String outcome) {}
}
