/**
 * A referral comes in, from a partner's system or from a practice by way of the gateway: its content is checked against the
 * code lists and practices known here, the person is found again or becomes known, and everything is stored in one commit.
 */
@NullMarked
package org.kith.referral.receiving;

import org.jspecify.annotations.NullMarked;
