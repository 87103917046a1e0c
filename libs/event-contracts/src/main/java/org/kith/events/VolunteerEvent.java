package org.kith.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the volunteer service publishes. {@code volunteer} is an opaque reference. */
public sealed interface VolunteerEvent extends PublicEvent {

    /** @param source who sent them, coded: community-connector, social-prescriber, health-provider, self … */
    @EventType("volunteer.recruited")
    record VolunteerRecruited(String volunteer, String source) implements VolunteerEvent {}

    /** @param kind rsph-level-1, mecc, mental-health-awareness, needs-led, online-package; {@code module} which one */
    @EventType("module.completed")
    record ModuleCompleted(String volunteer, String module, String kind) implements VolunteerEvent {}

    /** Derived: the three required modules and one needs-led module are complete. */
    @EventType("volunteer.trained")
    record VolunteerTrained(String volunteer) implements VolunteerEvent {}

    @EventType("certificate.issued")
    record CertificateIssued(String volunteer, String number) implements VolunteerEvent {}

    /**
     * A check was seen and is good: membership of the PVG scheme, a disclosure of the DBS. What stands in it is told nowhere.
     *
     * @param kind of the code list {@code check-kind} that the programme's nation has
     * @param evidence what was seen, of the code list {@code check-evidence}
     * @param renewBy the last day on which it holds; absent where nothing sets one
     */
    @EventType("check.recorded")
    record CheckRecorded(String volunteer, String kind, String evidence, LocalDate checkedOn, @Nullable LocalDate renewBy) implements VolunteerEvent {}

    /** The volunteer is a member no longer, or the check holds no longer. Why is not asked. */
    @EventType("check.ended")
    record CheckEnded(String volunteer, String kind) implements VolunteerEvent {}

    /** Nobody starts without a check that lets them. @param workforce children or adults */
    @EventType("regulated-role.started")
    record RegulatedRoleStarted(String volunteer, String workforce) implements VolunteerEvent {}

    @EventType("regulated-role.stopped")
    record RegulatedRoleStopped(String volunteer, String workforce) implements VolunteerEvent {}
}
