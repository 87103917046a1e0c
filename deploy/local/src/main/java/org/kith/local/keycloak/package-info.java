/** A real Keycloak server: built once for PostgreSQL, started, and given the realm that the services trust. */
@NullMarked
package org.kith.local.keycloak;

import org.jspecify.annotations.NullMarked;
