package org.kith.referral.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.parser.IParser;

/**
 * HAPI's knowledge of FHIR R4, which takes tens of megabytes and some seconds: this class is first used, and so initialised, by the
 * first request that brings or asks for a resource. Only the types that are read or written are ever scanned.
 */
final class FhirModels {
    private static final FhirContext R4 = r4();

    private FhirModels() {}

    /** Not thread-safe, so one for each use. */
    static IParser parser() {
        return R4.newJsonParser();
    }

    private static FhirContext r4() {
        var context = FhirContext.forR4();
        context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
        // a resource keeps the id that it was sent with, beside its full URL in a message
        context.getParserOptions().setOverrideResourceIdWithBundleEntryFullUrl(false);
        return context;
    }
}
