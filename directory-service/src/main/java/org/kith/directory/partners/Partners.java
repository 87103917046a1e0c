package org.kith.directory.partners;

import static org.kith.eventstore.ColumnType.INT;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.ColumnType.TIMESTAMPTZ;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.kith.directory.partners.domain.Partner;
import org.kith.directory.partners.domain.PartnerDetails;
import org.kith.directory.partners.domain.PartnerFact;
import org.kith.directory.partners.domain.PartnerKind;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code partner-<uuid>}: how they are stored, shown and told. */
public final class Partners implements StreamFamily<Partner, PartnerFact> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "partner",
            column("kind", TEXT),
            column("name", TEXT),
            column("code", TEXT),
            column("access", TEXT),
            column("generation", INT),
            column("previous_until", TIMESTAMPTZ),
            column("suspended", TEXT));

    /** Taken by the first who onboards that organisation's system or that practice. */
    public static final CompanionTable CODES = CompanionTable.claim(
            "partner_code", List.of("kind", "code"), column("kind", TEXT), column("code", TEXT), column("partner", TEXT));

    private static final EventCodec<PartnerFact> CODEC = EventCodec.of(PartnerFact.class)
            .event("partner.onboarded", PartnerFact.Onboarded.class)
            .event("partner.suspended", PartnerFact.Suspended.class)
            .event("partner.resumed", PartnerFact.Resumed.class)
            .event("partner.credentials-rotated", PartnerFact.Rotated.class)
            .build();

    @Override
    public String name() {
        return "partner";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<PartnerFact> codec() {
        return CODEC;
    }

    /** Of no programme: a partner may have to do with several. */
    @Override
    public Optional<Publication> publish(String subject, Partner stateAfter, PartnerFact fact) {
        return Optional.of(Publication.of(switch (fact) {
            case PartnerFact.Onboarded e -> onboarded(e.details());
            case PartnerFact.Suspended e -> new DirectoryEvent.PartnerSuspended(subject, e.reason());
            case PartnerFact.Resumed _ -> new DirectoryEvent.PartnerResumed(subject);
            case PartnerFact.Rotated e -> new DirectoryEvent.PartnerCredentialsRotated(subject, e.generation());
        }));
    }

    private static DirectoryEvent onboarded(PartnerDetails details) {
        boolean system = details.kind() == PartnerKind.SYSTEM;
        return new DirectoryEvent.PartnerOnboarded(
                details.partner(), details.kind().code(), details.name(), system ? details.code() : null, system ? details.client() : null,
                system ? null : details.code(),
                details.access().stream().map(access -> new DirectoryEvent.PartnerAccess(access.programme(), access.areas())).toList());
    }

    static List<CompanionRow> show(Partner partner, long version, int added) {
        if (!(partner instanceof Partner.Known known)) return List.of();
        var details = known.details();
        var credentials = known.credentials();
        return REGISTER.show(
                details.partner(), version, added, details.kind().code(), details.name(), details.code(), AccessColumn.write(details.access()),
                credentials.generation(), credentials.previousUntil(), known instanceof Partner.Suspended suspended ? suspended.reason() : null);
    }

    static CompanionRow claim(PartnerDetails details) {
        return CODES.row(details.kind().code(), details.code(), details.partner());
    }
}
