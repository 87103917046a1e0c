package org.kith.volunteer.domain;

import java.time.Instant;
import java.time.LocalDate;

public sealed interface VolunteerCommand {

    record RecruitVolunteer(Profile profile) implements VolunteerCommand {}

    /**
     * @param at when it was completed
     * @param number for the certificate, should this module make the training complete
     * @param now by our clock, which may be a little behind the one that tells {@code at}
     */
    record CompleteModule(String module, ModuleKind kind, Instant at, CertificateNumber number, Instant now) implements VolunteerCommand {

        /** When the certificate is issued: now, but never before the training that it certifies. */
        public Instant issuedAt(Instant trainedAt) {
            return trainedAt.isAfter(now) ? trainedAt : now;
        }
    }

    /** What concerns checks and the roles that need them. */
    sealed interface Assuring extends VolunteerCommand {}

    /** @param at the day on which it was seen */
    record RecordCheck(Check check, Instant at) implements Assuring {}

    /** Membership ended, or the check holds no longer. Why is not asked. */
    record EndCheck(CheckKind kind, LocalDate today, Instant at) implements Assuring {}

    /** @param today on which a check must hold */
    record StartRegulatedRole(Workforce workforce, LocalDate today, Instant at) implements Assuring {}

    record StopRegulatedRole(Workforce workforce, Instant at) implements Assuring {}
}
