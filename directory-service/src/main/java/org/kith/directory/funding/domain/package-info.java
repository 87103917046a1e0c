/** Funds and the grants awarded from them. A fund is one stream, so that no two awards can both take its last pound. */
@NullMarked
package org.kith.directory.funding.domain;

import org.jspecify.annotations.NullMarked;
