/** What happens because time has passed is looked for again and again. */
@NullMarked
package org.kith.referral.timing;

import org.jspecify.annotations.NullMarked;
