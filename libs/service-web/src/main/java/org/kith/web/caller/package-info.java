/** Who is asking: the verified token as one record, and the rules for whose rows it may see. */
@NullMarked
package org.kith.web.caller;

import org.jspecify.annotations.NullMarked;
