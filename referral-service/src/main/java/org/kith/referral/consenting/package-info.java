/** What a person agreed to and took back, referral by referral, as of any moment; to whom they were shown; and what may be shown to whom. */
@NullMarked
package org.kith.referral.consenting;

import org.jspecify.annotations.NullMarked;
