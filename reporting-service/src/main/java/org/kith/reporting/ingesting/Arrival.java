package org.kith.reporting.ingesting;

import java.time.Instant;

/**
 * Where and when a record became known.
 *
 * @param knownAt the time at which the broker appended it
 */
public record Arrival(String topic, int partition, long offset, Instant knownAt) {}
