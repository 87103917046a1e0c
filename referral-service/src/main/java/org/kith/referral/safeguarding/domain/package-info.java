/** A concern that somebody may be at risk of harm, and what is done about it. JDK only. */
@NullMarked
package org.kith.referral.safeguarding.domain;

import org.jspecify.annotations.NullMarked;
