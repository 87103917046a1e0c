package org.kith.referral.fhir;

/** The published examples, about somebody else each time. */
public final class FhirSample {
    private FhirSample() {}

    public static String serviceRequest(String nhsNumber, String familyName) {
        return about(FhirExamples.SERVICE_REQUEST, nhsNumber, familyName);
    }

    public static String message(String nhsNumber, String familyName) {
        return about(FhirExamples.MESSAGE, nhsNumber, familyName);
    }

    private static String about(String example, String nhsNumber, String familyName) {
        return example.replace("9990000018", nhsNumber).replace("Testcase", familyName);
    }
}
