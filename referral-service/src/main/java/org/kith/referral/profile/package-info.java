/**
 * What those who meet and support a person must know of them, whatever the referral: how they may safely be reached, in which
 * language and form, what the risk is of visiting alone, who cares and who speaks for them. All of it is sealed with the person's key,
 * none of it is in an event, each change is kept, and each reading is in the audit.
 */
@NullMarked
package org.kith.referral.profile;

import org.jspecify.annotations.NullMarked;
