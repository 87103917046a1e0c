/** Who takes a referral: the worker whose post covers the cluster of the person's practice, or somebody chosen for a reason. */
@NullMarked
package org.kith.referral.allocating;

import org.jspecify.annotations.NullMarked;
