/** Erasing: on a steward's request, when the person is erased elsewhere, and again after a restored backup. */
@NullMarked
package org.kith.volunteer.erasing;

import org.jspecify.annotations.NullMarked;
