/** Code lists: published whole by an administrator, read by everybody. */
@NullMarked
package org.kith.directory.codelists;

import org.jspecify.annotations.NullMarked;
