/** The door for GP systems: a delivery signed by its practice (Standard Webhooks) becomes a referral. */
@NullMarked
package org.kith.gateway.webhooks;

import org.jspecify.annotations.NullMarked;
