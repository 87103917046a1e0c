/** Optimistic concurrency over HTTP: a stream's version as a strong ETag, and If-Match as RFC 9110 reads it. */
@NullMarked
package org.kith.web.precondition;

import org.jspecify.annotations.NullMarked;
