/**
 * The real parts that a build's tests share: one PostgreSQL, one Kafka broker and one Keycloak for all modules of a
 * build, kept by a process of their own that ends them when no build uses them any more.
 */
@NullMarked
package org.kith.local.testing;

import org.jspecify.annotations.NullMarked;
