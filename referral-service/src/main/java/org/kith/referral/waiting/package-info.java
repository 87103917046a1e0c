/**
 * The waiting list. Its clock starts when an accepted referral is put on it, stands still while the person could not take up an
 * offer, and stops by itself when a worker gets the referral or it ends.
 */
@NullMarked
package org.kith.referral.waiting;

import org.jspecify.annotations.NullMarked;
