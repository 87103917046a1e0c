/** Programmes: set up by an administrator, read by everybody who takes part in them. */
@NullMarked
package org.kith.directory.programmes;

import org.jspecify.annotations.NullMarked;
