/** What a referral is and what may happen to it. JDK only; time and ids come in from outside. */
@NullMarked
package org.kith.referral.domain;

import org.jspecify.annotations.NullMarked;
