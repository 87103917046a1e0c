/** What all kinds of outreach have in common: checked against reference data, recorded, read back, listed, and said to be in error. */
@NullMarked
package org.kith.referral.outreach.entries;

import org.jspecify.annotations.NullMarked;
