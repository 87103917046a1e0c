/**
 * Who was signposted to, says whether somebody came: at an address made for that one signposting, good for a time and for nothing else, with no
 * account. It tells them their own name and the day, and nothing of the person.
 */
@NullMarked
package org.kith.referral.takingup;

import org.jspecify.annotations.NullMarked;
