package org.kith.events;

/** A fact that a service publishes: the data of one event, without its {@link EventEnvelope}. */
public sealed interface PublicEvent permits ReferralEvent, DirectoryEvent, VolunteerEvent, OutcomesEvent {}
