package org.kith.referral.fhir;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Settings of the FHIR door. */
@ConfigMapping(prefix = "kith.fhir")
interface FhirSettings {
    /** Values of NHSD-Target-Identifier that mean this installation; without any, whichever service a message names is taken as meant. */
    Optional<Set<String>> targetIdentifiers();
}
