/** Practices and their clusters: registered by an administrator, read by everybody. */
@NullMarked
package org.kith.directory.practices;

import org.jspecify.annotations.NullMarked;
