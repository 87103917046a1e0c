/** What is told to somebody who opens the address in a browser. */
@NullMarked
package org.kith.gateway.home;

import org.jspecify.annotations.NullMarked;
