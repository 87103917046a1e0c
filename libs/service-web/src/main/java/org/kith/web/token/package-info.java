/**
 * Verified tokens, remembered. Checking a signature costs more than everything else of a small request, so a token that has
 * been verified is known again by its SHA-256, until it expires or its key leaves the issuer's key set.
 */
@NullMarked
package org.kith.web.token;

import org.jspecify.annotations.NullMarked;
