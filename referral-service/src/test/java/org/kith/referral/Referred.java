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
        Directory.tell(copy);
        var address = given().auth().oauth2(Tokens.of("partner")).contentType(ContentType.JSON).body(Sample.referral(Sample.person()))
                .post("/api/referrals").then().statusCode(201).extract().header("Location");
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }
}
