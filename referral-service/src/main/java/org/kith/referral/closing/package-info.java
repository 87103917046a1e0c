/** The end of a referral, with its outcome. */
@NullMarked
package org.kith.referral.closing;

import org.jspecify.annotations.NullMarked;
