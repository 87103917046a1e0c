/** Information published: that it was, what kind it is, about what. */
@NullMarked
package org.kith.referral.outreach.guides;

import org.jspecify.annotations.NullMarked;
