package org.kith.referral.cancelling;

import java.time.Instant;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/**
 * When it happened, and where the message says so.
 *
 * @param field as its sender knows it
 */
public record Happened(String field, Instant at) {
    private static final String OURS = "occurredAt";

    /** What is wrong with the moment is told where it stands in the message. */
    ProblemException told(ProblemException failure) {
        var errors = failure.problem().errors();
        if (errors.stream().noneMatch(error -> error.field().equals(OURS))) return failure;
        return Problems.invalid(errors.stream()
                .map(error -> error.field().equals(OURS) ? new FieldError(field, error.code(), error.message()) : error)
                .toList());
    }
}
