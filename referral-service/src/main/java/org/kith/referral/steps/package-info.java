/**
 * What all steps after a referral's receipt have in common: finding it for somebody who may act on it, reading when something
 * happened, deciding, and showing where the referral stands in the commit of what happened.
 */
@NullMarked
package org.kith.referral.steps;

import org.jspecify.annotations.NullMarked;
