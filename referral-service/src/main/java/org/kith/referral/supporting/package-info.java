/** What is done for the person: contacts held, and where they were signposted to. */
@NullMarked
package org.kith.referral.supporting;

import org.jspecify.annotations.NullMarked;
