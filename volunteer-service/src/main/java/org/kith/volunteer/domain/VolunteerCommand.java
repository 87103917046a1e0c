package org.kith.volunteer.domain;

import java.time.Instant;

public sealed interface VolunteerCommand {

    record RecruitVolunteer(Profile profile) implements VolunteerCommand {}

    /**
     * @param at when it was completed
     * @param number for the certificate, should this module make the training complete
     * @param issuedAt when the certificate would be issued: now
     */
    record CompleteModule(String module, ModuleKind kind, Instant at, CertificateNumber number, Instant issuedAt)
            implements VolunteerCommand {}
}
