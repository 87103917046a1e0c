/** The reference copy as a part of a Quarkus service: started with it, stopped with it, and part of its readiness. */
@NullMarked
package org.kith.reference.service;

import org.jspecify.annotations.NullMarked;
