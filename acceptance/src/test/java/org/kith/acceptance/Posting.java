package org.kith.acceptance;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * A kind of case that can be posted again and again, and where each shows.
 *
 * @param service   who owns it: its store, its topic
 * @param client    who posts it
 * @param body      another valid body each time
 * @param spoilt    a word of the body and what makes it one to be refused with 422
 * @param event     the public event that each case begins with
 * @param programme whose report counts it, under {@code indicator}
 */
record Posting(String service, String client, String path, Supplier<String> body, Spoilt spoilt, String event, String programme, String indicator) {
    record Spoilt(String good, String bad) {}

    static final Posting REFERRAL = new Posting("referral", "partner", "/api/referrals", () -> Referrals.toNorfolk(People.someone()),
            new Spoilt("\"given\": true", "\"given\": false"), "referral.received", "norfolk-living-well", "referrals-received");

    static final Posting GROUP = new Posting("directory", "coordinator", "/api/groups", () -> """
            {"programme": "clics", "area": "CP4", "name": "Example walking group", "formedOn": "%s", "prompt": "gap", "constituted": true}"""
            .formatted(LocalDate.now()), new Spoilt("CP4", "CP99"), "group.formed", "clics", "groups-formed");

    static final Posting VOLUNTEER = new Posting("volunteer", "coordinator", "/api/volunteers", () -> """
            {"programme": "clics", "area": "CP4", "source": "social-prescriber", "givenName": "Testgiven", "familyName": "Testfamily"}""",
            new Spoilt("CP4", "CP99"), "volunteer.recruited", "clics", "volunteers-recruited");

    static final Posting CASE_STUDY = new Posting("outcomes", "coordinator", "/api/case-studies", () -> """
            {"programme": "clics", "area": "CP4", "theme": "community-development", "shows": ["reduced-isolation"], "title": "An example",
             "text": "A plainly fictional story.", "consent": {"given": true, "how": "written", "on": "2026-05-01"}}""",
            new Spoilt("CP4", "CP99"), "case-study.recorded", "clics", "cd-case-studies");

    String refusedBody() {
        return body.get().replace(spoilt.good(), spoilt.bad());
    }

    String topic() {
        return "kith." + service + ".events";
    }
}
