/** How entries of outreach are stored, and what the world is told of them. */
@NullMarked
package org.kith.referral.outreach.publishing;

import org.jspecify.annotations.NullMarked;
