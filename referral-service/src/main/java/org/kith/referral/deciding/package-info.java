/** Answering a referral: yes, or no with the reason. */
@NullMarked
package org.kith.referral.deciding;

import org.jspecify.annotations.NullMarked;
