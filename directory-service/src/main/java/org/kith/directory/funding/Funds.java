package org.kith.directory.funding;

import static org.kith.eventstore.ColumnType.BIGINT;
import static org.kith.eventstore.ColumnType.DATE;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.kith.directory.funding.domain.Fund;
import org.kith.directory.funding.domain.FundEvent;
import org.kith.directory.funding.domain.Grant;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code fund-<id>}: how they are stored, shown and told. */
public final class Funds implements StreamFamily<Fund, FundEvent> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "fund",
            column("programme", TEXT),
            column("area", TEXT),
            column("name", TEXT),
            column("amount_pence", BIGINT),
            column("awarded_pence", BIGINT),
            column("term", TEXT),
            column("from_day", DATE),
            column("to_day", DATE));

    public static final CompanionTable GRANTS = CompanionTable.rows(
            "awarded_grant",
            column("id", TEXT),
            column("fund", TEXT),
            column("area", TEXT),
            column("recipient", TEXT),
            column("recipient_name", TEXT),
            column("title", TEXT),
            column("amount_pence", BIGINT),
            column("awarded_on", DATE));

    private static final EventCodec<FundEvent> CODEC = EventCodec.of(FundEvent.class)
            .event("funding-line.set", FundEvent.LineSet.class)
            .event("grant.awarded", FundEvent.GrantAwarded.class)
            .build();

    @Override
    public String name() {
        return "fund";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<FundEvent> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Fund stateAfter, FundEvent event) {
        if (!(stateAfter instanceof Fund.Open fund)) throw new IllegalStateException("no fund after " + event.getClass());
        return switch (event) {
            case FundEvent.LineSet e -> {
                var l = e.line();
                var fact = new DirectoryEvent.FundingLineSet(e.fund(), l.name(), l.amountPence(), l.term(), l.from(), l.to());
                yield Optional.of(Publication.of(fact, l.programme(), l.area(), null));
            }
            case FundEvent.GrantAwarded e -> {
                var g = e.grant();
                var fact = new DirectoryEvent.GrantAwarded(
                        g.grant(), e.fund(), g.recipient(), g.recipientName(), g.title(), g.amountPence(), g.awardedOn());
                yield Optional.of(Publication.of(fact, fund.line().programme(), g.area(), e.provider()));
            }
        };
    }

    static List<CompanionRow> show(String id, Fund fund, long version, int added) {
        return switch (fund) {
            case Fund.Unknown _ -> List.of();
            case Fund.Open f -> {
                var l = f.line();
                yield REGISTER.show(
                        id, version, added, l.programme(), l.area(), l.name(), l.amountPence(), f.awardedPence(), l.term(), l.from(), l.to());
            }
        };
    }

    static CompanionRow row(String fund, Grant g) {
        return GRANTS.row(g.grant(), fund, g.area(), g.recipient(), g.recipientName(), g.title(), g.amountPence(), g.awardedOn());
    }
}
