/**
 * How a sender follows what becomes of its referrals without being told: by asking what has changed, in pages that lose nothing,
 * or by listening to a stream of the same.
 */
@NullMarked
package org.kith.referral.following;

import org.jspecify.annotations.NullMarked;
