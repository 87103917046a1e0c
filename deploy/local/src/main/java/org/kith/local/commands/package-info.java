/** The commands that the {@code kith} script offers, one class each. */
@NullMarked
package org.kith.local.commands;

import org.jspecify.annotations.NullMarked;
