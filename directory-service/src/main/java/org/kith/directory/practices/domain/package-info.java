/** Practices under national or local codes, and the clusters they were in, each membership from a day on. */
@NullMarked
package org.kith.directory.practices.domain;

import org.jspecify.annotations.NullMarked;
