/** When a programme is set up, and how it may be set up again: areas may be added, never taken away, since what was recorded in them stays. */
@NullMarked
package org.kith.directory.programmes.domain;

import org.jspecify.annotations.NullMarked;
