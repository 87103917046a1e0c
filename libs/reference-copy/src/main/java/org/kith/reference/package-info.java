/**
 * A service's own copy of what the directory knows: programmes and their areas, code lists, practices and their clusters, posts.
 * It is folded from the directory's topic into memory, whole, on every start and in every replica: the topic keeps everything
 * and the reference data are few, so a table of it would only be one more thing that could be stale. Commands are decided with
 * it and never with a call to the directory.
 */
@NullMarked
package org.kith.reference;

import org.jspecify.annotations.NullMarked;
