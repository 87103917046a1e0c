package org.kith.web.caller;

/** Realm roles, as constants for {@code @RolesAllowed}. */
public final class Role {
    public static final String REFERRER = "referrer";
    public static final String WORKER = "worker";
    public static final String COORDINATOR = "coordinator";
    public static final String FUNDER = "funder";
    public static final String PROGRAMME_MANAGER = "programme-manager";
    public static final String ANALYST = "analyst";
    public static final String STEWARD = "steward";
    public static final String ADMINISTRATOR = "administrator";
    /** The gateway's own service account: the only one that may speak for a practice. */
    public static final String GATEWAY = "gateway";

    private Role() {}
}
