/**
 * Small helpers for set-based SQL on the reactive pool.
 */
@NullMarked
package org.kith.reporting.storage;

import org.jspecify.annotations.NullMarked;
