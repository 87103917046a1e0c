/** What of the stored facts the world is told, and the relay that tells it. */
@NullMarked
package org.kith.referral.publishing;

import org.jspecify.annotations.NullMarked;
