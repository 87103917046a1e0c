/** What puts a referral right: opened again, taken back whole, or found to be a duplicate. */
@NullMarked
package org.kith.referral.correcting;

import org.jspecify.annotations.NullMarked;
