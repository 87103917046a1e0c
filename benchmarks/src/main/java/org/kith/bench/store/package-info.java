/** The event store and the relay, each without the service around it: rows {@code append-…} and {@code relay}. */
@NullMarked
package org.kith.bench.store;

import org.jspecify.annotations.NullMarked;
