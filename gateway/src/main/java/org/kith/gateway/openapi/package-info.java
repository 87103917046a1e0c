/** One OpenAPI document of all services, and a page to read it. */
@NullMarked
package org.kith.gateway.openapi;

import org.jspecify.annotations.NullMarked;
