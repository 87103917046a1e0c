package org.kith.referral.fhir;

import org.hl7.fhir.r4.model.Resource;

/** A resource and the FHIRPath at which it stands in what was sent. */
record Located<R extends Resource>(R resource, String path) {
    String at(String element) {
        return path + "." + element;
    }
}
