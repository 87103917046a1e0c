/** What a service can be asked, read from its resource classes: for answers that say what would have been right. */
@NullMarked
package org.kith.web.operation;

import org.jspecify.annotations.NullMarked;
