/** Shapes of single values that requests bring: codes, days, moments. */
@NullMarked
package org.kith.web.checking;

import org.jspecify.annotations.NullMarked;
