/** Certificates, checked by their number without saying whose they are. */
@NullMarked
package org.kith.volunteer.certificates;

import org.jspecify.annotations.NullMarked;
