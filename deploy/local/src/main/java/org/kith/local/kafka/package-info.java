/** A real Kafka broker in one process, its topics, and who may write and read which of them. */
@NullMarked
package org.kith.local.kafka;

import org.jspecify.annotations.NullMarked;
