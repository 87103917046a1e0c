/** A referral read back, its person's data only for those who may and only once the reading is in the audit; and worklists. */
@NullMarked
package org.kith.referral.reading;

import org.jspecify.annotations.NullMarked;
