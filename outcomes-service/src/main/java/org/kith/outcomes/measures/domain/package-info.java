/** Instruments with their bounds and scores, and the measure as a fact. Instruments are never pooled. */
@NullMarked
package org.kith.outcomes.measures.domain;

import org.jspecify.annotations.NullMarked;
