/** What a volunteer has completed and what follows from it. "Trained" is never recorded: it is derived from the modules. */
@NullMarked
package org.kith.volunteer.domain;

import org.jspecify.annotations.NullMarked;
