/** Long answers in pages: ordered by a key that does not change, so that whoever follows the pages sees each item once. */
@NullMarked
package org.kith.web.paging;

import org.jspecify.annotations.NullMarked;
