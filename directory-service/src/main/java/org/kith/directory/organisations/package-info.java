/** Organisations that deliver something in a programme's area: identified and listed. */
@NullMarked
package org.kith.directory.organisations;

import org.jspecify.annotations.NullMarked;
