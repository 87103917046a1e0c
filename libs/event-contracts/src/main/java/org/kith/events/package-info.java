/**
 * The public events of Kith: what each service tells the others and the reports, as records. Field names are the JSON
 * names; wire names are permanent. A record's fields are codes, opaque references, dates, numbers and names of
 * organisations, never anything that tells who a person is.
 */
@NullMarked
package org.kith.events;

import org.jspecify.annotations.NullMarked;
