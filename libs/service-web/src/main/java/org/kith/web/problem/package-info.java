/** Errors as a caller sees them: RFC 9457 problem details, one field error for each field at fault, never a stack trace, never an echo of what was sent. */
@NullMarked
package org.kith.web.problem;

import org.jspecify.annotations.NullMarked;
