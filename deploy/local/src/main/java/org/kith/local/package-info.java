/**
 * Kith on one machine: real PostgreSQL, Kafka and Keycloak and the services as separate processes, started, watched
 * and stopped by one command that needs nothing but a JDK.
 */
@NullMarked
package org.kith.local;

import org.jspecify.annotations.NullMarked;
