/**
 * What time asks of a referral that nobody answers: it is chased, and then declined. When each is due follows from its events, so
 * that a restart, a second replica or a rebuild comes to the same.
 */
@NullMarked
package org.kith.referral.chasing;

import org.jspecify.annotations.NullMarked;
