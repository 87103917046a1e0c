/** The six services: which they are, what each is told when it starts, and the files that hold it. */
@NullMarked
package org.kith.local.services;

import org.jspecify.annotations.NullMarked;
