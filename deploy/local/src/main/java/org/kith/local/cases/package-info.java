/**
 * Made-up cases, played through the gateway with real requests: one of each kind for the demonstration, a year of them
 * for a first start. The people are plainly fictional and their NHS numbers are of the range kept for tests.
 */
@NullMarked
package org.kith.local.cases;

import org.jspecify.annotations.NullMarked;
