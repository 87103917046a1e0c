package org.kith.web.command;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandContext;
import org.kith.web.caller.Caller;
import org.kith.web.idempotency.IdempotencyKey;
import org.kith.web.precondition.IfMatch;
import org.kith.web.problem.Problems;

/**
 * What a request says besides its content.
 *
 * @param key null when the request has none
 * @param now when the service learned it
 */
public record Asked(Caller caller, @Nullable IdempotencyKey key, IfMatch ifMatch, UUID correlationId, Instant now) {

    /** @throws org.kith.web.problem.ProblemException 428 without an If-Match: for changes where a stale view would be wrong */
    public Asked mustMatch() {
        if (ifMatch instanceof IfMatch.Absent) throw Problems.preconditionRequired();
        return this;
    }

    /** @throws org.kith.web.problem.ProblemException 412 when the If-Match can match no version */
    public CommandContext context() {
        return context(ifMatch.expected());
    }

    CommandContext context(OptionalLong expected) {
        return new CommandContext(caller.subject(), correlationId, null, now, expected);
    }
}
