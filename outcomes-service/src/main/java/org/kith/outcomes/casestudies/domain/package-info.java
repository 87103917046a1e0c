/** That a case study was recorded, for what theme and showing which outcomes, with the consent of whom it tells of. */
@NullMarked
package org.kith.outcomes.casestudies.domain;

import org.jspecify.annotations.NullMarked;
