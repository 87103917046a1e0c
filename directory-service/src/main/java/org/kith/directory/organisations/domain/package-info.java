/** Organisations that were identified as delivering something in a programme's area. */
@NullMarked
package org.kith.directory.organisations.domain;

import org.jspecify.annotations.NullMarked;
