/** A partner's system or a practice's door: what it may do, which generation of credentials is good, whether it is suspended. JDK only. */
@NullMarked
package org.kith.directory.partners.domain;

import org.jspecify.annotations.NullMarked;
