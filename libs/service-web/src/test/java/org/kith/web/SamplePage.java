package org.kith.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a person opens in a browser. */
@Path("/samples/page")
public class SamplePage {

    @GET
    @PermitAll
    public String page() {
        return "a page";
    }
}
