/** Funds and the grants awarded from them. */
@NullMarked
package org.kith.directory.funding;

import org.jspecify.annotations.NullMarked;
