/**
 * Safeguarding: a concern goes a path of its own, apart from the referral. Whoever works with the person may raise one; coordinators
 * of the programme alone may read it, and one of them other than who raised it acknowledges it within a set time.
 */
@NullMarked
package org.kith.referral.safeguarding;

import org.jspecify.annotations.NullMarked;
