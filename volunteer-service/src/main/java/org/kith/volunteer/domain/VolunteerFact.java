package org.kith.volunteer.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface VolunteerFact extends DomainEvent {

    record Recruited(String volunteer, String programme, String area, String source, @Nullable String provider, Instant occurredAt)
            implements VolunteerFact {}

    record ModuleCompleted(String module, ModuleKind kind, Instant occurredAt) implements VolunteerFact {}

    /** When the last of the required modules was completed, or at the recruitment of who brought them all. */
    record Trained(Instant occurredAt) implements VolunteerFact {}

    record CertificateIssued(CertificateNumber number, Instant occurredAt) implements VolunteerFact {}

    /** What concerns checks and the roles that need them. */
    sealed interface Assuring extends VolunteerFact {}

    record CheckRecorded(Check check, Instant occurredAt) implements Assuring {}

    record CheckEnded(CheckKind kind, Instant occurredAt) implements Assuring {}

    record RegulatedRoleStarted(Workforce workforce, Instant occurredAt) implements Assuring {}

    record RegulatedRoleStopped(Workforce workforce, Instant occurredAt) implements Assuring {}
}
