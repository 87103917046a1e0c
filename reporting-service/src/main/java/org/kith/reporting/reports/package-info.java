/**
 * What analysts ask: a programme's model, its report for a period, area and moment, and the events behind a number.
 */
@NullMarked
package org.kith.reporting.reports;

import org.jspecify.annotations.NullMarked;
