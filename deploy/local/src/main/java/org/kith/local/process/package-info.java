/**
 * Operating-system processes that the launcher starts, waits for and stops: always by handle or by process id
 * together with its start time, never by name.
 */
@NullMarked
package org.kith.local.process;

import org.jspecify.annotations.NullMarked;
