/**
 * Referrals posted to the running platform ({@code ./kith up --empty}), with everything that belongs to one: token, checks, sealing,
 * idempotency key, one commit; the relay and reporting keep up inside the timing. Against pgbench writing rows of the same bytes
 * into copies of the same tables on the same server.
 */
@NullMarked
package org.kith.bench.referral;

import org.jspecify.annotations.NullMarked;
