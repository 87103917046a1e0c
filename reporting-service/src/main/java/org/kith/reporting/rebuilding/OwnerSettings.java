package org.kith.reporting.rebuilding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The database as its owner sees it: only an owner may make tables. */
@ConfigMapping(prefix = "kith.db")
public interface OwnerSettings {

    /** {@code host:port} */
    String address();

    @WithDefault("reporting")
    String name();

    @WithName("owner.user")
    @WithDefault("reporting_owner")
    String user();

    @WithName("owner.password")
    String password();
}
