/** The event store and its relay, and how lists lie in a column. */
@NullMarked
package org.kith.directory.storage;

import org.jspecify.annotations.NullMarked;
