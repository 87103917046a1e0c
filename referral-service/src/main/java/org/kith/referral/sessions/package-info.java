/** Support for several people at once, of whom only a headcount is known: group work, training, publicity, outreach. */
@NullMarked
package org.kith.referral.sessions;

import org.jspecify.annotations.NullMarked;
