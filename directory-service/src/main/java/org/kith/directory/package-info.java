/**
 * The directory: who and what there is for programmes to work with. Each folder is one register with its own streams: how it is
 * decided ({@code domain}), stored, shown and told, and the requests for it.
 */
@NullMarked
package org.kith.directory;

import org.jspecify.annotations.NullMarked;
