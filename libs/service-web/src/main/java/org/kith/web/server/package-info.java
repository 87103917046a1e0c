/** How the HTTP server itself is set up, beyond what configuration can say. */
@NullMarked
package org.kith.web.server;

import org.jspecify.annotations.NullMarked;
