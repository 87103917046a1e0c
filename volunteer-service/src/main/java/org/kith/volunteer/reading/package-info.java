/** A volunteer as their coordinator and others see them; whoever reads a name is audited first. */
@NullMarked
package org.kith.volunteer.reading;

import org.jspecify.annotations.NullMarked;
