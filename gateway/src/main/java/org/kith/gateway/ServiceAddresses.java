package org.kith.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** Where each service listens: {@code kith.services.<name>=http://host:port}. */
@ConfigMapping(prefix = "kith.services")
public interface ServiceAddresses {
    @WithParentName
    Map<String, URI> byName();
}
