package org.kith.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the gateway is set up; sizes in bytes, rates per second. */
@ConfigMapping(prefix = "kith.gateway")
public interface GatewaySettings {
    /** Account with which the gateway speaks for practices. */
    @WithDefault("gateway")
    String clientId();

    String clientSecret();

    /** Address that clients use, for {@code Location}; without it, the one that the client called. */
    Optional<URI> publicUrl();

    /** Routes by service: {@code [METHOD ]/path}, with {@code *} for one segment and {@code **} at the end for any number. */
    Map<String, List<String>> routes();

    /** Routes that need no token. */
    Optional<List<String>> open();

    @WithDefault("1M")
    MemorySize maxBody();

    /** One line in the log for each request: method, path, status and milliseconds. */
    @WithDefault("false")
    boolean accessLog();

    Upstream upstream();

    Rate rate();

    interface Upstream {
        @WithDefault("PT2S")
        Duration connectTimeout();

        /** Longest silence of a service before its answer is given up. */
        @WithDefault("PT30S")
        Duration idleTimeout();

        /** Connections to one service. */
        @WithDefault("128")
        int connections();

        /** Requests that may wait for a connection to one service; more are refused. */
        @WithDefault("1024")
        int waiting();

        /** Failures in a row after which a service is left alone for a while. */
        @WithDefault("5")
        int failures();

        /** The while, doubled with each failure after it up to ten times. */
        @WithDefault("PT1S")
        Duration pause();
    }

    /** Of each account and of each practice, unless said otherwise. */
    interface Rate {
        @WithDefault("1000")
        int perSecond();

        @WithDefault("2000")
        int burst();

        /** Of each address of those who need no account. */
        @WithDefault("2")
        int openPerSecond();

        @WithDefault("30")
        int openBurst();
    }
}
