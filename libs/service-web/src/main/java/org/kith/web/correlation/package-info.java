/** One id that follows a request from the gateway through logs, events and the answer. */
@NullMarked
package org.kith.web.correlation;

import org.jspecify.annotations.NullMarked;
