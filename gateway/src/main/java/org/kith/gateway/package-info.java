/** The only public address of Kith: it routes, verifies, limits and correlates, and keeps no state that a crash could lose. */
@NullMarked
package org.kith.gateway;

import org.jspecify.annotations.NullMarked;
