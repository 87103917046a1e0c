/** Reading the registers: one row, or pages of rows in the order of their ids. A row of a programme that is not the caller's is not there. */
@NullMarked
package org.kith.directory.reading;

import org.jspecify.annotations.NullMarked;
