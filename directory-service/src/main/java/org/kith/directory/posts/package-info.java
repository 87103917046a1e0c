/** Posts of a programme and who holds them. */
@NullMarked
package org.kith.directory.posts;

import org.jspecify.annotations.NullMarked;
