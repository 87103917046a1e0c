/** Work with a practice's staff. JDK only. */
@NullMarked
package org.kith.referral.engaging.domain;

import org.jspecify.annotations.NullMarked;
