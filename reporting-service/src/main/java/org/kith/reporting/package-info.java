/**
 * The reporting service: reads every public event once, counts it into each programme's logic model, and answers with
 * numbers that open down to the events behind them. It owns no streams; everything here can be made again from the
 * facts it keeps.
 */
@NullMarked
package org.kith.reporting;

import org.jspecify.annotations.NullMarked;
