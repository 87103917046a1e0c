/**
 * What Kith's hot paths cost, each as a ratio to a peer or a limit that was measured in the same interleaved run on the
 * same machine. {@link org.kith.bench.Bench} runs the rows and writes the table; a row that falls short stays in it.
 */
@NullMarked
package org.kith.bench;

import org.jspecify.annotations.NullMarked;
