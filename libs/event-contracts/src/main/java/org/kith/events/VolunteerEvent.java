package org.kith.events;

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
}
