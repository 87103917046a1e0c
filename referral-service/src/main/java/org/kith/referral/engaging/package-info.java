/** Practices' staff won for social prescribing: meetings, training, time spent at the practice. */
@NullMarked
package org.kith.referral.engaging;

import org.jspecify.annotations.NullMarked;
