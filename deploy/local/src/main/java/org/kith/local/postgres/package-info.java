/** A real PostgreSQL server, run from the binaries that the build brings, and the databases and roles of the services in it. */
@NullMarked
package org.kith.local.postgres;

import org.jspecify.annotations.NullMarked;
