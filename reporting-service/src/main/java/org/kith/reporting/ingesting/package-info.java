/**
 * From topics to facts. Records are read in batches; facts, what they add to each projection, and how far each
 * partition has been read are committed together, so that an event counts once whatever crashes.
 */
@NullMarked
package org.kith.reporting.ingesting;

import org.jspecify.annotations.NullMarked;
