/**
 * Two references of one person, said by somebody to be so, and said to be two after all. Nothing that was recorded under either
 * changes, nor does more have to be recorded under the other; so nothing is lost by taking a merge back.
 */
@NullMarked
package org.kith.referral.people.merging;

import org.jspecify.annotations.NullMarked;
