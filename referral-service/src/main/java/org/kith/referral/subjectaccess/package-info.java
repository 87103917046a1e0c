/**
 * Everything that is held about a person, for them to read, as JSON and as a page. The one query that looks into the events themselves, since
 * nothing is to be left out, and that is made for one person at a time.
 */
@NullMarked
package org.kith.referral.subjectaccess;

import org.jspecify.annotations.NullMarked;
