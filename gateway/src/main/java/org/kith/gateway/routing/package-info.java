/** Which paths there are, which service owns each, and which are refused because two readers could read them differently. */
@NullMarked
package org.kith.gateway.routing;

import org.jspecify.annotations.NullMarked;
