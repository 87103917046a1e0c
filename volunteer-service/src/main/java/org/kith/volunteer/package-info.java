/** Volunteers: recruited, trained module by module, and given a certificate once the required training is complete. Who they are lies in the vault; what they did is in events. */
@NullMarked
package org.kith.volunteer;

import org.jspecify.annotations.NullMarked;
