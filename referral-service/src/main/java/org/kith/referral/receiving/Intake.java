package org.kith.referral.receiving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CompanionRow;
import org.kith.referral.domain.Particulars;
import org.kith.referral.domain.ReferralCommand.Receive;
import org.kith.referral.storage.SealedContent;
import org.kith.referral.storage.Tables;
import org.kith.vault.Match;
import org.kith.vault.PersonKey;
import org.kith.vault.VaultTables;

/**
 * A referral on its way in. How its person came to be known may have to be tried more than once; the rest stays.
 *
 * @param hashes of the person's numbers
 * @param reference hash of the sender's own reference, if there is one
 */
record Intake(UUID referral, CheckedReferral checked, Sender sender, Instant now, List<byte[]> hashes, byte @Nullable [] reference) {

    CommandContext context() {
        return CommandContext.of(sender.actor(), sender.correlationId(), now);
    }

    Receive command(UUID person) {
        return new Receive(
                new Particulars(referral, person, checked.programme(), checked.area(), checked.practice()),
                sender.organisation(), checked.source(), checked.reasons(), checked.characteristics(), sender.door(),
                checked.safeguarding(), checked.consent(), checked.occurredAt());
    }

    /** @param known those whom the hashes found; none for somebody new, whose key and numbers then become known with this */
    List<CompanionRow> rows(PersonKey key, List<Match> known, Receive received, long version) {
        var rows = new ArrayList<CompanionRow>();
        if (reference != null) rows.add(Tables.reference(reference, referral));
        // A number seen for the first time is theirs from now on; one that is somebody else's stays so.
        IntStream.range(0, hashes.size())
                .filter(place -> known.stream().noneMatch(match -> match.place() == place))
                .forEach(place -> rows.add(VaultTables.identifier(hashes.get(place), key.person())));
        if (known.isEmpty()) rows.add(VaultTables.key(key));
        var content = new SealedContent(checked.identity(), checked.note(), checked.externalReference());
        rows.add(Tables.file(received, !known.isEmpty(), version, content.seal(key, referral)));
        return rows;
    }
}
