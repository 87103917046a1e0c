package org.kith.local.services;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One of Kith's services. Their order is the order in which they are started: what others listen to comes first. */
public enum Service {
    DIRECTORY(8082, 96, true, false),
    REFERRAL(8081, 160, true, true),
    VOLUNTEER(8083, 96, true, true),
    OUTCOMES(8084, 96, true, false),
    REPORTING(8085, 256, true, false),
    GATEWAY(8080, 96, false, false);

    private final int port;
    private final int heapMegabytes;
    private final boolean store;
    private final boolean vault;

    Service(int port, int heapMegabytes, boolean store, boolean vault) {
        this.port = port;
        this.heapMegabytes = heapMegabytes;
        this.store = store;
        this.vault = vault;
    }

    /** Short name: of its database, its Kafka user, its log. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder of its module. */
    public String module() {
        return this == GATEWAY ? "gateway" : id() + "-service";
    }

    public int defaultPort() {
        return port;
    }

    public int defaultHeapMegabytes() {
        return heapMegabytes;
    }

    /** Whether it has a database and speaks with Kafka. */
    public boolean hasStore() {
        return store;
    }

    /** Whether it keeps people's particulars, sealed. */
    public boolean hasVault() {
        return vault;
    }

    public static List<Service> withStore() {
        return Arrays.stream(values()).filter(Service::hasStore).toList();
    }
}
