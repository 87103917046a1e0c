/** The event store, its relay, and the configuration of storage. */
@NullMarked
package org.kith.outcomes.storage;

import org.jspecify.annotations.NullMarked;
