package org.kith.eventstore;

import java.util.Optional;
import java.util.UUID;
import org.kith.decider.DomainEvent;

/** One kind of stream: how it is called, stored and told to the world. */
public interface StreamFamily<S, E extends DomainEvent> {

    /** {@code referral}; its streams are {@code referral-<subject>}. Lower case letters, digits and hyphens. */
    String name();

    /** CloudEvents source of the service, {@code /kith/referral}. */
    String source();

    EventCodec<E> codec();

    /**
     * What of this event is public, told by an exhaustive switch; internal events are empty. Pure: reconciling calls it
     * again for events stored long ago.
     *
     * @param subject the stream's id without the family's name, as in {@link #subject(String)}
     * @param stateAfter the state with this event folded in
     */
    Optional<Publication> publish(String subject, S stateAfter, E event);

    default String stream(UUID subject) {
        return name() + "-" + subject;
    }

    /** For streams with a natural name, such as {@code practice-KITH-NLW-01}. */
    default String stream(String subject) {
        return name() + "-" + subject;
    }

    /** @throws IllegalArgumentException when the stream is of another family */
    default String subject(String stream) {
        if (!stream.startsWith(name() + "-")) throw new IllegalArgumentException("not a stream of the family " + name());
        return stream.substring(name().length() + 1);
    }
}
