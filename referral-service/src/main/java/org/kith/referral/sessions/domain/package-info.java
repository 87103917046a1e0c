/** A session of support for several people at once. JDK only. */
@NullMarked
package org.kith.referral.sessions.domain;

import org.jspecify.annotations.NullMarked;
