/** A person as a stream of their own: why nothing of them may be erased, with whom they live, and that they were erased. JDK only. */
@NullMarked
package org.kith.referral.people.domain;

import org.jspecify.annotations.NullMarked;
