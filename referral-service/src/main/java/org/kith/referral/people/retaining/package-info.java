/** How long people's data are kept, whose time is up, and for whom a legal hold forbids that they are erased. */
@NullMarked
package org.kith.referral.people.retaining;

import org.jspecify.annotations.NullMarked;
