package org.kith.referral.receiving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.Companions;
import org.kith.eventstore.NewEvent;
import org.kith.referral.domain.Referral;
import org.kith.referral.storage.History;
import org.kith.referral.domain.Particulars;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralCommand.Arriving;
import org.kith.referral.domain.ReferralCommand.BringOver;
import org.kith.referral.domain.ReferralCommand.Receive;
import org.kith.referral.people.LikenessHashes;
import org.kith.referral.storage.GivenConsent;
import org.kith.referral.storage.SealedContent;
import org.kith.referral.storage.Tables;
import org.kith.vault.Match;
import org.kith.vault.PersonKey;
import org.kith.vault.VaultTables;

/**
 * A referral on its way in. How its person came to be known may have to be tried more than once; the rest stays.
 *
 * @param hashes of the person's numbers
 * @param likeness hashes of what others may have in common with them
 * @param reference hash of the sender's own reference, if there is one
 * @param since what had become of it where it began elsewhere; else nothing
 */
record Intake(
        UUID referral, CheckedReferral checked, Sender sender, Instant now, List<byte[]> hashes, LikenessHashes likeness, byte @Nullable [] reference,
        List<ReferralCommand> since) {
    /** Who has a referral open already, and which. */
    record Known(List<Match> matches, @Nullable UUID openReferral) {
        static final Known NOBODY = new Known(List.of(), null);
    }

    CommandContext context() {
        return CommandContext.of(sender.actor(), sender.correlationId(), now);
    }

    Receive command(UUID person, @Nullable UUID duplicateOf) {
        return new Receive(
                new Particulars(referral, person, checked.programme(), checked.area(), checked.practice()),
                sender.organisation(), checked.source(), checked.reasons(), checked.characteristics(), sender.door(),
                checked.safeguarding(), checked.consent(), duplicateOf, checked.occurredAt());
    }

    /** What has ended elsewhere is nobody's duplicate. */
    boolean comesOpen() {
        return since.isEmpty() || !(since.getLast() instanceof ReferralCommand.End || since.getLast() instanceof ReferralCommand.Decline);
    }

    /** With everything that had become of it, in one. */
    Arriving arriving(Receive received) {
        return since.isEmpty() ? received : new BringOver(received, since);
    }

    /** The rows of the receipt. What comes with it, such as a suspected duplicate, is shown at once, at the cost of rows that others are spared. */
    Companions<Referral> companions(PersonKey key, Known known, Receive received) {
        return new Companions<>() {
            @Override
            public List<CompanionRow> rows(Referral state, long version, List<UUID> eventIds) {
                return Intake.this.rows(key, known.matches(), received, (Referral.Known) state, version);
            }

            @Override
            public List<CompanionRow> beside(Referral state, long version, List<NewEvent> events) {
                var rows = rows(state, version, List.of());
                var more = events.subList(received.consent() == null ? 1 : 2, events.size());
                if (more.isEmpty()) return rows;
                rows.add(Tables.row(version, (Referral.Known) state));
                rows.addAll(History.rows(referral, version, more, sender.actor(), now, null));
                return rows;
            }
        };
    }

    private @Nullable GivenConsent consent() {
        var given = checked.consent();
        return given == null ? null : new GivenConsent(given.how(), given.at(), checked.consentBy());
    }

    /** @param known those whom the hashes found; none for somebody new, whose key and numbers then become known with this */
    private List<CompanionRow> rows(PersonKey key, List<Match> known, Receive received, Referral.Known state, long version) {
        var rows = new ArrayList<CompanionRow>();
        if (reference != null && Tables.isOpen(state)) rows.add(Tables.reference(reference, referral));
        // A number seen for the first time is theirs from now on; one that is somebody else's stays so.
        IntStream.range(0, hashes.size())
                .filter(place -> known.stream().noneMatch(match -> match.place() == place))
                .forEach(place -> rows.add(VaultTables.identifier(hashes.get(place), key.person())));
        if (known.isEmpty()) rows.add(VaultTables.key(key));
        var content = new SealedContent(checked.identity(), checked.note(), checked.externalReference(), consent());
        rows.add(Tables.file(received, !known.isEmpty(), version, content.seal(key, referral), likeness));
        return rows;
    }
}
