/** Who may be one and the same person although no number says so: suspected, with a confidence, and never put together by itself. */
@NullMarked
package org.kith.referral.people.candidates;

import org.jspecify.annotations.NullMarked;
