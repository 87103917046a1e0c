/**
 * What every HTTP service of Kith shares: {@code problem} (errors as RFC 9457 says), {@code caller} (who is asking and what
 * they may see), {@code idempotency} (retried POSTs), {@code precondition} (ETag and If-Match), {@code json} (strict, bounded
 * reading), {@code correlation}, {@code token} (verified tokens, remembered) and {@code openapi} (the document
 * that the build made). Defaults that are the same everywhere stand
 * in {@code META-INF/microprofile-config.properties}; a service overrides them in its own configuration.
 */
@NullMarked
package org.kith.web;

import org.jspecify.annotations.NullMarked;
