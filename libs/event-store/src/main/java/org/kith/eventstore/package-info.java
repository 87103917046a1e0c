/**
 * Streams of events in PostgreSQL: load and fold, decide, append with the expected version. The events, the rows of the
 * outbox and whatever else a use case must have in the same commit (vault row, unique hash, idempotency key) go in one
 * statement; appends that wait at the same moment share it. What is appended is durable before anybody is told.
 */
@NullMarked
package org.kith.eventstore;

import org.jspecify.annotations.NullMarked;
