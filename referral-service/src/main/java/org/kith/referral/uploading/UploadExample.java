package org.kith.referral.uploading;

/** What the API document shows, which can be sent as it stands. Nobody in it exists. */
final class UploadExample {
    static final String FILE = """
            programme,externalReference,source,practice,nhsNumber,givenName,familyName,birthDate,postcode,gender,reasons,consentGiven,consentHow,note,occurredAt
            norfolk-living-well,our-0001,primary-care,KITH-NLW-07,9990000018,Wilhelmina,Testcase,1947-05-12,PE36 5DN,female,debt,yes,verbal,Lives alone.,2026-03-02T10:15:30Z
            """;

    private UploadExample() {}
}
