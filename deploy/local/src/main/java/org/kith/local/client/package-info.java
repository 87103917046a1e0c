/** A client of the platform: everything that the launcher asks of it goes through the gateway, like anybody else's requests. */
@NullMarked
package org.kith.local.client;

import org.jspecify.annotations.NullMarked;
