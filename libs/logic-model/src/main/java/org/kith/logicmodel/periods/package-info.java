/**
 * The periods that an analyst asks for: months, quarters, calendar and financial years, a programme's own year, two days.
 * Days are days in Europe/London, whatever the clock of the sender.
 */
@NullMarked
package org.kith.logicmodel.periods;

import org.jspecify.annotations.NullMarked;
