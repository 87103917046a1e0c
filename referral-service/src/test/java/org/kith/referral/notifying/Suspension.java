package org.kith.referral.notifying;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.events.DirectoryEvent;
import org.kith.reference.PartnerLimits;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.TopicOf;

/** A partner is suspended, as the directory service tells it, and let in again when this is closed. */
final class Suspension implements AutoCloseable {
    private final TopicOf directory = new TopicOf("directory");
    private final String partner = UUID.randomUUID().toString();
    private final ReferenceCopy copy;
    private final String organisation;

    /** Begins at once, and otherwise the organisation may do what it could before. */
    Suspension(ReferenceCopy copy, String organisation) {
        this.copy = copy;
        this.organisation = organisation;
        var everything = Stream.of("norfolk-living-well", "clics", "sird-2021").map(programme -> new DirectoryEvent.PartnerAccess(programme, List.of())).toList();
        tell(new DirectoryEvent.PartnerOnboarded(partner, "system", "Example Care", organisation, "system-" + partner, null, everything));
        begins();
    }

    void begins() {
        tell(new DirectoryEvent.PartnerSuspended(partner, "other"));
        await().until(this::known);
    }

    void ends() {
        tell(new DirectoryEvent.PartnerResumed(partner));
        await().until(() -> !known());
    }

    private void tell(DirectoryEvent event) {
        directory.tell("partner-" + partner, List.of(), event);
    }

    private boolean known() {
        return copy.current().partner(organisation).filter(PartnerLimits::suspended).isPresent();
    }

    @Override
    public void close() {
        ends();
        directory.close();
    }
}
