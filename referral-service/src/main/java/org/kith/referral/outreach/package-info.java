/**
 * Outreach: what is done for people whom nobody referred. One package for each kind of entry; {@code entries} has what they have
 * in common. Whoever gives no name is counted as a contact and never as somebody.
 */
@NullMarked
package org.kith.referral.outreach;

import org.jspecify.annotations.NullMarked;
