/**
 * {@code Idempotency-Key}: a retried POST gets the answer of the first. A key belongs to its caller and is stored in the
 * commit of the events that it led to, with a keyed hash of the request and the answer, and kept for 7 days.
 */
@NullMarked
package org.kith.web.idempotency;

import org.jspecify.annotations.NullMarked;
