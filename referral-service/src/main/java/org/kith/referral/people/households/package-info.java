/** Who lives with whom, so that people and households can be counted apart. References only. */
@NullMarked
package org.kith.referral.people.households;

import org.jspecify.annotations.NullMarked;
