/**
 * Reporting: how long a referral takes from its 201 to the report, and how fast a programme's numbers are counted again from
 * all facts. On the running platform, each beside Kafka's own clients on the same broker.
 */
@NullMarked
package org.kith.bench.reporting;

import org.jspecify.annotations.NullMarked;
