/**
 * Counting a model over all facts from the beginning, beside the live one, and swapping it in when it has caught up.
 */
@NullMarked
package org.kith.reporting.rebuilding;

import org.jspecify.annotations.NullMarked;
