/** A person as a stream of their own, which says only that they were erased. JDK only. */
@NullMarked
package org.kith.referral.people.domain;

import org.jspecify.annotations.NullMarked;
