/**
 * Kith as its users meet it: a started platform, reached through the gateway only. A test that proves a row of the
 * acceptance list carries the row as its tag.
 */
@NullMarked
package org.kith.acceptance;

import org.jspecify.annotations.NullMarked;
