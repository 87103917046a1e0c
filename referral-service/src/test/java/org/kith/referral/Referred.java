package org.kith.referral;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.UUID;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.Tokens;

/** Somebody whom a partner has referred, for tests in other packages. */
public final class Referred {
    private Referred() {}

    public static UUID somebody(ReferenceCopy copy) {
        return refer(copy, Sample.referral(Sample.person()));
    }

    /** @param at when they were referred */
    public static UUID somebody(ReferenceCopy copy, String at) {
        return refer(copy, Sample.referral(Sample.person(), at));
    }

    private static UUID refer(ReferenceCopy copy, String referral) {
        Directory.tell(copy);
        var address = given().auth().oauth2(Tokens.of("partner")).contentType(ContentType.JSON).body(referral)
                .post("/api/referrals").then().statusCode(201).extract().header("Location");
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }
}
