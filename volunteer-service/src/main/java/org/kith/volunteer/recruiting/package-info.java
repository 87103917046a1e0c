/** A volunteer is recruited: name and contact go into the vault, in the commit of the event. */
@NullMarked
package org.kith.volunteer.recruiting;

import org.jspecify.annotations.NullMarked;
