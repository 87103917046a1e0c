/** What people see: text with or without colour, tables, progress. */
@NullMarked
package org.kith.local.terminal;

import org.jspecify.annotations.NullMarked;
