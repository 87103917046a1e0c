/** Outcomes: what changed for people and communities. Measures taken at a beginning and later on, and case studies. */
@NullMarked
package org.kith.outcomes;

import org.jspecify.annotations.NullMarked;
