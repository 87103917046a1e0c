/** Community groups: formed for a reason, on a day, and supported in this or that way. */
@NullMarked
package org.kith.directory.groups.domain;

import org.jspecify.annotations.NullMarked;
