package org.kith.directory.partners;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.kith.directory.partners.domain.Access;
import org.kith.directory.partners.domain.PartnerDetails;
import org.kith.web.caller.Role;

/**
 * A partner's client as the identity provider shall have it. What its tokens say is fixed in the client, so that the account which
 * makes clients need not manage users or give roles.
 */
record PartnerClient(PartnerDetails partner, String secret, boolean enabled) {
    /** Of the realm; has what every token of Kith has, and nothing that comes from a user's attributes. */
    private static final String SCOPE = "partner";

    String id() {
        return partner.client();
    }

    JsonObject representation() {
        return new JsonObject()
                .put("clientId", id())
                .put("name", partner.name())
                .put("enabled", enabled)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", secret)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("fullScopeAllowed", false)
                .put("defaultClientScopes", new JsonArray().add(SCOPE))
                .put("optionalClientScopes", new JsonArray())
                .put("protocolMappers", new JsonArray()
                        .add(fixed("roles", new JsonArray().add(Role.REFERRER).encode(), "JSON"))
                        .add(fixed("organisation", partner.code(), "String"))
                        .add(fixed("programmes", new JsonArray(programmes()).encode(), "JSON")));
    }

    private List<String> programmes() {
        return partner.access().stream().map(Access::programme).toList();
    }

    private static JsonObject fixed(String claim, String value, String type) {
        return new JsonObject()
                .put("name", claim)
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper")
                .put("config", new JsonObject()
                        .put("claim.name", claim)
                        .put("claim.value", value)
                        .put("jsonType.label", type)
                        .put("access.token.claim", "true")
                        .put("id.token.claim", "false"));
    }

    @Override
    public String toString() {
        return "PartnerClient[" + id() + "]";
    }
}
