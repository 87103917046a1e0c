/**
 * A programme's logic model as data: the columns that its funder drew, the strands, what stands in each cell as text, and
 * the indicators with their targets. Everything here is immutable and already validated; {@code reading} makes it from
 * YAML, {@code folding} turns events into what each indicator adds up, {@code periods} says what may be asked for.
 */
@NullMarked
package org.kith.logicmodel;

import org.jspecify.annotations.NullMarked;
