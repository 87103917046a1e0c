/** Enquiries answered: over the line, at a drop-in, on the street. */
@NullMarked
package org.kith.referral.outreach.enquiries;

import org.jspecify.annotations.NullMarked;
