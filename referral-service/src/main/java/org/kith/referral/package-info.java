/**
 * Referrals: who is referred by whom and why, and what is done for them until it is closed. One package per use case;
 * {@code domain} decides, {@code storage} and {@code publishing} keep and tell. Whatever identifies a person is sealed in the
 * vault; events carry an opaque reference that this service alone gives out.
 */
@NullMarked
package org.kith.referral;

import org.jspecify.annotations.NullMarked;
