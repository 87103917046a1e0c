package org.kith.volunteer.storage;

import static org.kith.eventstore.ColumnType.BIGINT;
import static org.kith.eventstore.ColumnType.BYTEA;
import static org.kith.eventstore.ColumnType.DATE;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.ColumnType.TIMESTAMPTZ;
import static org.kith.eventstore.ColumnType.UUID;
import static org.kith.eventstore.CompanionTable.column;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.events.VolunteerEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;
import org.kith.volunteer.domain.CertificateNumber;
import org.kith.volunteer.domain.Profile;
import org.kith.volunteer.domain.Volunteer;
import org.kith.volunteer.domain.VolunteerFact;
import org.kith.volunteer.domain.Workforce;

/** Streams {@code volunteer-<uuid>}: how they are stored, shown and told. */
public final class Volunteers implements StreamFamily<Volunteer, VolunteerFact> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "volunteer",
            column("programme", TEXT),
            column("area", TEXT),
            column("source", TEXT),
            column("recruited_at", TIMESTAMPTZ),
            column("trained_at", TIMESTAMPTZ),
            column("certificate", TEXT),
            column("regulated_roles", TEXT));

    /** A row for each time a check was recorded or ended; the latest of its kind holds. */
    public static final CompanionTable CHECKS = CompanionTable.rows(
            "volunteer_check", column("volunteer", TEXT), column("version", BIGINT), column("kind", TEXT), column("evidence", TEXT),
            column("issued_on", DATE), column("checked_on", DATE), column("renew_by", DATE));

    public static final CompanionTable DETAILS = CompanionTable.rows("volunteer_details", column("id", UUID), column("person", UUID), column("sealed", BYTEA));

    /** Taken by the first who recruits this person for the programme. */
    public static final CompanionTable PEOPLE = CompanionTable.claim(
            "volunteer_person", List.of("person", "programme"), column("person", UUID), column("programme", TEXT), column("volunteer", UUID));

    public static final CompanionTable MODULES = CompanionTable.rows(
            "volunteer_module", column("volunteer", TEXT), column("module", TEXT), column("kind", TEXT), column("completed_at", TIMESTAMPTZ));

    public static final CompanionTable CERTIFICATES = CompanionTable.rows(
            "certificate", column("id", TEXT), column("volunteer", TEXT), column("programme", TEXT), column("issued_at", TIMESTAMPTZ));

    private static final EventCodec<VolunteerFact> CODEC = EventCodec.of(VolunteerFact.class)
            .event("volunteer.recruited", VolunteerFact.Recruited.class)
            .event("module.completed", VolunteerFact.ModuleCompleted.class)
            .event("volunteer.trained", VolunteerFact.Trained.class)
            .event("certificate.issued", VolunteerFact.CertificateIssued.class)
            .event("check.recorded", VolunteerFact.CheckRecorded.class)
            .event("check.ended", VolunteerFact.CheckEnded.class)
            .event("regulated-role.started", VolunteerFact.RegulatedRoleStarted.class)
            .event("regulated-role.stopped", VolunteerFact.RegulatedRoleStopped.class)
            .build();

    @Override
    public String name() {
        return "volunteer";
    }

    @Override
    public String source() {
        return "/kith/volunteer";
    }

    @Override
    public EventCodec<VolunteerFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Volunteer stateAfter, VolunteerFact event) {
        var profile = profile(stateAfter);
        VolunteerEvent fact = switch (event) {
            case VolunteerFact.Recruited e -> new VolunteerEvent.VolunteerRecruited(subject, e.source());
            case VolunteerFact.ModuleCompleted e -> new VolunteerEvent.ModuleCompleted(subject, e.module(), e.kind().code());
            case VolunteerFact.Trained _ -> new VolunteerEvent.VolunteerTrained(subject);
            case VolunteerFact.CertificateIssued e -> new VolunteerEvent.CertificateIssued(subject, e.number().text());
            case VolunteerFact.CheckRecorded(var check, _) -> new VolunteerEvent.CheckRecorded(
                    subject, check.kind().code(), check.evidence(), check.checkedOn(), check.renewBy());
            case VolunteerFact.CheckEnded e -> new VolunteerEvent.CheckEnded(subject, e.kind().code());
            case VolunteerFact.RegulatedRoleStarted e -> new VolunteerEvent.RegulatedRoleStarted(subject, e.workforce().code());
            case VolunteerFact.RegulatedRoleStopped e -> new VolunteerEvent.RegulatedRoleStopped(subject, e.workforce().code());
        };
        return Optional.of(Publication.of(fact, profile.programme(), profile.area(), profile.provider()));
    }

    public static List<CompanionRow> show(String id, Volunteer volunteer, long version, int added) {
        return switch (volunteer) {
            case Volunteer.Unknown _ -> List.of();
            case Volunteer.InTraining v -> show(id, version, added, v, null, null);
            case Volunteer.Trained v -> show(id, version, added, v, v.trainedAt(), v.certificate());
        };
    }

    private static List<CompanionRow> show(
            String id, long version, int added, Volunteer.Known known, @Nullable Instant trainedAt, @Nullable CertificateNumber certificate) {
        var p = known.profile();
        var roles = known.assurance().roles().stream().map(Workforce::code).sorted().collect(Collectors.joining(","));
        return REGISTER.show(
                id, version, added, p.programme(), p.area(), p.source(), p.recruitedAt(), trainedAt, certificate == null ? null : certificate.text(), roles);
    }

    private static Profile profile(Volunteer state) {
        return switch (state) {
            case Volunteer.Unknown _ -> throw new IllegalStateException("nobody was recruited");
            case Volunteer.Known v -> v.profile();
        };
    }
}
