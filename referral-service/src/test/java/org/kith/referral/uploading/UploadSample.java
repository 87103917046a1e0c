package org.kith.referral.uploading;

/** The published example, about somebody else each time. */
public final class UploadSample {
    public static final String HEADER = UploadExample.FILE.lines().findFirst().orElseThrow() + "\r\n";

    private UploadSample() {}

    public static String row(String reference, String nhsNumber, String familyName) {
        return UploadExample.FILE.lines().skip(1).findFirst().orElseThrow()
                .replace("our-0001", reference).replace("9990000018", nhsNumber).replace("Testcase", familyName) + "\r\n";
    }
}
