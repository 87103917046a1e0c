/** The end of a referral: closed with its outcome, or the person takes part no more. */
@NullMarked
package org.kith.referral.closing;

import org.jspecify.annotations.NullMarked;
