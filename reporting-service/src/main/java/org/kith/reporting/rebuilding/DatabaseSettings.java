package org.kith.reporting.rebuilding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The database and its two roles: only an owner may make tables; the service runs as a role that owns nothing. */
@ConfigMapping(prefix = "kith.db")
public interface DatabaseSettings {

    /** {@code host:port} */
    String address();

    @WithDefault("reporting")
    String name();

    String user();

    String password();

    Owner owner();

    interface Owner {
        String user();

        String password();
    }
}
