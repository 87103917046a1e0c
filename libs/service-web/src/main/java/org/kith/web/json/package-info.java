/** Reading JSON from outside: bounded, strict, and naming every field whose shape is wrong. */
@NullMarked
package org.kith.web.json;

import org.jspecify.annotations.NullMarked;
