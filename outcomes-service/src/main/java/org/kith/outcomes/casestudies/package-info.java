/** Case studies. Their title and text stay in this service's database and never go into an event. */
@NullMarked
package org.kith.outcomes.casestudies;

import org.jspecify.annotations.NullMarked;
