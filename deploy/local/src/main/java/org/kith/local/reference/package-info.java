/** Loads the programmes' reference data into the platform, through the gateway like anybody else. */
@NullMarked
package org.kith.local.reference;

import org.jspecify.annotations.NullMarked;
