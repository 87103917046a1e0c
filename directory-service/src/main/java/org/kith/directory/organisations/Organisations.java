package org.kith.directory.organisations;

import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.directory.organisations.domain.Organisation;
import org.kith.directory.organisations.domain.OrganisationEvent;
import org.kith.directory.storage.CodesColumn;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code organisation-<uuid>}: how they are stored, shown and told. */
public final class Organisations implements StreamFamily<Organisation, OrganisationEvent> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "organisation",
            column("programme", TEXT),
            column("area", TEXT),
            column("name", TEXT),
            column("kind", TEXT),
            column("delivers", TEXT));

    /** Taken by the first who identifies an organisation of that name in that area. */
    public static final CompanionTable NAMES = CompanionTable.claim(
            "organisation_name",
            List.of("programme", "area", "name"),
            column("programme", TEXT),
            column("area", TEXT),
            column("name", TEXT),
            column("organisation", TEXT));

    private static final EventCodec<OrganisationEvent> CODEC = EventCodec.of(OrganisationEvent.class).event("organisation.identified", OrganisationEvent.Identified.class).build();

    @Override
    public String name() {
        return "organisation";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<OrganisationEvent> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Organisation stateAfter, OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.Identified e -> {
                var fact = new DirectoryEvent.OrganisationIdentified(e.organisation(), e.name(), e.kind(), e.delivers());
                yield Optional.of(Publication.of(fact, e.programme(), e.area(), e.provider()));
            }
        };
    }

    static List<CompanionRow> show(String id, Organisation organisation, long version, int added) {
        return switch (organisation) {
            case Organisation.Unknown _ -> List.of();
            case Organisation.Identified o ->
                REGISTER.show(id, version, added, o.programme(), o.area(), o.name(), o.kind(), CodesColumn.write(o.delivers()));
        };
    }

    static CompanionRow claim(String id, String programme, String area, String name) {
        return NAMES.row(programme, area, name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), id);
    }
}
