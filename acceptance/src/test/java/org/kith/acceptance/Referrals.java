package org.kith.acceptance;

import java.time.Instant;
import java.util.UUID;
import org.kith.acceptance.People.Person;

/** Bodies of referrals as partners and practices send them. */
final class Referrals {
    static final String NORFOLK_PRACTICE = "KITH-NLW-33"; // Boughton Surgery, Swaffham cluster

    private Referrals() {}

    static String toNorfolk(Person person) {
        return """
            {"programme": "norfolk-living-well", "source": "primary-care", "practice": "%s", "person": %s,
             "reasons": ["social-isolation", "debt"], "consent": {"given": true, "at": "2026-01-05T09:00:00Z", "how": "verbal"},
             "externalReference": "ref-%s"}"""
                .formatted(NORFOLK_PRACTICE, person.json(), UUID.randomUUID());
    }

    static String to(String programme, String area, Person person) {
        return """
            {"programme": "%s", "source": "voluntary-sector", "area": "%s", "person": %s, "reasons": ["social-isolation"],
             "consent": {"given": true, "at": "2026-01-05T09:00:00Z", "how": "verbal"}}"""
                .formatted(programme, area, person.json());
    }

    static String asWebhook(String referral) {
        return """
            {"type": "referral.requested", "timestamp": "%s", "data": %s}"""
                .formatted(Instant.now(), referral);
    }
}
