/**
 * What is done for the person: contacts, assessment, goals, support, signposting and onward referral, speaking for them and going
 * along, and what could not be found. Facts that may come in any order and from several people, so that If-Match is optional.
 */
@NullMarked
package org.kith.referral.supporting;

import org.jspecify.annotations.NullMarked;
