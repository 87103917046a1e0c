/**
 * Telling senders what became of their referrals, by Standard Webhooks: where each wants to be told, what there is to tell, and its
 * delivery, tried again until it is taken and in order for each referral. What is sent says nothing about the person.
 */
@NullMarked
package org.kith.referral.notifying;

import org.jspecify.annotations.NullMarked;
