/** What the gateway knows of partners: practices' webhook secrets, and who is suspended. */
@NullMarked
package org.kith.gateway.partners;

import org.jspecify.annotations.NullMarked;
