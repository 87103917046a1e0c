/**
 * Folding facts into projections: contributions, daily roll-ups with the history of what was known when, and
 * memberships of distinct counts. Everything is a set of additions, so that order of arrival makes no difference.
 */
@NullMarked
package org.kith.reporting.projecting;

import org.jspecify.annotations.NullMarked;
