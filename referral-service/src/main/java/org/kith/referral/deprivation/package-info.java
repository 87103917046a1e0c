/**
 * Indexes of deprivation, one for each nation: which tenth the place is in where somebody lives. An administrator loads an edition, as
 * its nation publishes it, in parts that fit into a request; once it is whole it applies from a day on. What a person's referral is told
 * by is the tenth, and in Scotland the council area; the postcode stays in the vault.
 */
@NullMarked
package org.kith.referral.deprivation;

import org.jspecify.annotations.NullMarked;
