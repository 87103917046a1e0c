/** Measures of well-being, loneliness, self-efficacy and health: taken, and paired per subject and instrument. */
@NullMarked
package org.kith.outcomes.measures;

import org.jspecify.annotations.NullMarked;
