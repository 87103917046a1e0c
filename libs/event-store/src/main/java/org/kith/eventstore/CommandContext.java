package org.kith.eventstore;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the edge knows about a command; time enters here.
 *
 * @param actor opaque id of the account, never a name
 * @param correlationId the request, across services
 * @param causationId the event that led to the command, if one did
 * @param now when the service learned it: becomes the events' {@code recordedAt}
 * @param ifMatch the version that the caller saw; empty when any version will do, and then a lost race is tried again
 */
public record CommandContext(
        String actor, UUID correlationId, @Nullable UUID causationId, Instant now, OptionalLong ifMatch) {

    public static CommandContext of(String actor, UUID correlationId, Instant now) {
        return new CommandContext(actor, correlationId, null, now, OptionalLong.empty());
    }

    public CommandContext ifMatch(long version) {
        return new CommandContext(actor, correlationId, causationId, now, OptionalLong.of(version));
    }

    public CommandContext causedBy(UUID event) {
        return new CommandContext(actor, correlationId, event, now, ifMatch);
    }
}
