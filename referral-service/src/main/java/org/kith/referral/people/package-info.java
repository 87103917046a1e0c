/**
 * People and how they are found again: which numbers and postcodes can be right, the keyed hashes that match a number to its
 * person, and erasing somebody for good.
 */
@NullMarked
package org.kith.referral.people;

import org.jspecify.annotations.NullMarked;
