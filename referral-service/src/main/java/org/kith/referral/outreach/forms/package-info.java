/** First contact forms. Most are of nobody named; who gives their name is kept as with a referral, sealed in the vault. */
@NullMarked
package org.kith.referral.outreach.forms;

import org.jspecify.annotations.NullMarked;
