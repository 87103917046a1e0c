/**
 * Checks that volunteers need: PVG in Scotland, DBS in England and Wales. That one was seen and until when it holds is recorded, never what
 * stands in it. A regulated role needs one that holds; everything else stops nobody.
 */
@NullMarked
package org.kith.volunteer.assuring;

import org.jspecify.annotations.NullMarked;
