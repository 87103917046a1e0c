/** What the service keeps beside its events: the tables whose rows go into their commits, and the view that is read back. */
@NullMarked
package org.kith.referral.storage;

import org.jspecify.annotations.NullMarked;
