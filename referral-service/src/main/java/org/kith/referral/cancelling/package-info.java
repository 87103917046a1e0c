/**
 * Who referred takes a referral back: over REST, by a practice's signed delivery, or by a message in FHIR. Each door reads it in its own way;
 * whose it is, what may still be taken back and what then happens is the same for all.
 */
@NullMarked
package org.kith.referral.cancelling;

import org.jspecify.annotations.NullMarked;
