/** Modules that a volunteer completes. */
@NullMarked
package org.kith.volunteer.training;

import org.jspecify.annotations.NullMarked;
