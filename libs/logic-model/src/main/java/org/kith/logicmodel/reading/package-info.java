/**
 * Models as people write them: YAML in a closed grammar. Whatever is unknown (a key, an event, a field, a name) is refused
 * with its line, and all errors of a file are told at once.
 */
@NullMarked
package org.kith.logicmodel.reading;

import org.jspecify.annotations.NullMarked;
