/** Carrying a request to the service that owns it and the answer back: streamed, bounded, never sent twice. */
@NullMarked
package org.kith.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
