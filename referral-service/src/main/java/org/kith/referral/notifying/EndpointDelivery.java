package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.reference.PartnerLimits;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Consents;
import org.kith.referral.storage.StandingConsents;

/** Sends what is due for one endpoint, some at once but one at a time of each referral, and notes what came of each. */
@Singleton
final class EndpointDelivery {
    private static final int AT_ONCE = 8;

    private final DueStore store;
    private final StandingConsents consents;
    private final EndpointSecrets secrets;
    private final Messages messages;
    private final Sender sender;
    private final NotifyingSettings settings;
    private final ReferenceCopy copy;
    private final Clock clock;

    EndpointDelivery(
            DueStore store, StandingConsents consents, EndpointSecrets secrets, Messages messages, Sender sender, NotifyingSettings settings, ReferenceCopy copy,
            Clock clock) {
        this.store = store;
        this.consents = consents;
        this.secrets = secrets;
        this.messages = messages;
        this.sender = sender;
        this.settings = settings;
        this.copy = copy;
        this.clock = clock;
    }

    /**
     * Turn by turn, of which there may be many. At each it goes by what holds then: who is suspended is told nothing more until they are let in
     * again, and then soon; who has another address or other secrets is told there, and under those.
     *
     * @param lease for which the endpoint is ours at each turn
     */
    Uni<Void> send(DueStore.Taken to, Duration lease) {
        if (suspended(to.organisation())) return store.giveBack(to.endpoint(), settings.pause());
        var destination = Destination.read(to.url(), settings.privateAddresses());
        if (destination == null) return Uni.createFrom().voidItem();
        var good = to.generations().stream().map(generation -> secrets.of(to.endpoint(), generation)).toList();
        return store.due(to.endpoint(), AT_ONCE).chain(due -> due.isEmpty()
                ? store.giveBack(to.endpoint(), Duration.ZERO)
                : consents.of(due.stream().map(DueStore.Due::referral).toList())
                        .chain(said -> Uni.join().all(due.stream().map(one -> mayBeTold(said.get(one.referral())) ? deliver(one, to, destination, good) : cancel(one)).toList())
                                .andCollectFailures())
                        .chain(outcomes -> outcomes.stream().noneMatch(Outcome::taken)
                                ? store.giveBack(to.endpoint(), settings.pause())
                                : store.keep(to.endpoint(), lease).chain(still -> still == null ? Uni.createFrom().voidItem() : send(still, lease))));
    }

    private boolean suspended(String organisation) {
        return copy.current().partner(organisation).filter(PartnerLimits::suspended).isPresent();
    }

    private static boolean mayBeTold(@Nullable Consents said) {
        return said == null || said.allow(Consents.TELL_REFERRER, null);
    }

    /** The person wants whoever referred them to be told no more. */
    private Uni<Outcome> cancel(DueStore.Due due) {
        return store.cancel(due.id()).replaceWith(Outcome.NOT_TOLD);
    }

    private Uni<Outcome> deliver(DueStore.Due due, DueStore.Taken to, Destination destination, List<String> good) {
        return messages.of(due)
                .chain(message -> sender.send(message, destination, good, clock.instant()))
                .chain(outcome -> store.done(due.id(), outcome, again(due, outcome))
                        .chain(() -> outcome.gone() ? store.disable(to.endpoint()) : Uni.createFrom().voidItem())
                        .replaceWith(outcome));
    }

    /** How long to wait before the next try; null where there is none. */
    private @Nullable Duration again(DueStore.Due due, Outcome outcome) {
        int tried = due.tries() + 1;
        if (outcome.taken() || outcome.gone() || tried >= settings.retries().size()) return null;
        var usual = settings.retries().get(tried);
        return outcome.retryAfter() != null && outcome.retryAfter().compareTo(usual) > 0 ? outcome.retryAfter() : usual;
    }
}
