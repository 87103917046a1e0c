/** Community groups and the support that they were given. */
@NullMarked
package org.kith.directory.groups;

import org.jspecify.annotations.NullMarked;
