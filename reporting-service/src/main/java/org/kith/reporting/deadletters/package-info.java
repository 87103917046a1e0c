/**
 * Records that cannot be counted: kept with their reason, sent on to the dead-letter topic, and tried again when an
 * administrator says so.
 */
@NullMarked
package org.kith.reporting.deadletters;

import org.jspecify.annotations.NullMarked;
