/** Versions of a code list: each is published whole and once, and only a higher one replaces it. */
@NullMarked
package org.kith.directory.codelists.domain;

import org.jspecify.annotations.NullMarked;
