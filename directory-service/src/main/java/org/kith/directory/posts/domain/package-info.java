/** Posts of a programme: which areas they cover, for how many hours, and who held them when. */
@NullMarked
package org.kith.directory.posts.domain;

import org.jspecify.annotations.NullMarked;
