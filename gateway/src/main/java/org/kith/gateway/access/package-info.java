/** Who comes in: a valid token, at a bounded rate. */
@NullMarked
package org.kith.gateway.access;

import org.jspecify.annotations.NullMarked;
