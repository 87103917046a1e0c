/**
 * From the outbox to Kafka, at least once and in the order of each stream. One process per database leads, by a lease
 * with an epoch; it publishes what the outbox holds and deletes exactly what the broker has acknowledged.
 */
@NullMarked
package org.kith.relay;

import org.jspecify.annotations.NullMarked;
