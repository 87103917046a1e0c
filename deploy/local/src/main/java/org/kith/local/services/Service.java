package org.kith.local.services;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One of Kith's services. Their order is the order in which they are started: what others listen to comes first. */
public enum Service {
    DIRECTORY(8082, 80, true, false, Tuning.REGISTER),
    REFERRAL(8081, 96, true, true, Tuning.HOT),
    VOLUNTEER(8083, 80, true, true, Tuning.REGISTER),
    OUTCOMES(8084, 80, true, false, Tuning.REGISTER),
    REPORTING(8085, 160, true, false, Tuning.HOT),
    GATEWAY(8080, 80, false, false, Tuning.HOT);

    /** JVM options beside the heap's limit. What lives long is little everywhere, so half of a heap is for what is new. */
    private interface Tuning {
        List<String> HOT = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1");
        /** Asked seldom: the quick compiler alone starts with 2 seconds of processor time where both take 3.5, and needs no one else's profile. */
        List<String> REGISTER = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:TieredStopAtLevel=1", "-XX:-AOTReplayTraining");
    }

    private final int port;
    private final int heapMegabytes;
    private final boolean store;
    private final boolean vault;
    private final List<String> tuning;

    Service(int port, int heapMegabytes, boolean store, boolean vault, List<String> tuning) {
        this.port = port;
        this.heapMegabytes = heapMegabytes;
        this.store = store;
        this.vault = vault;
        this.tuning = tuning;
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

    /** JVM options that suit its work. */
    public List<String> tuning() {
        return tuning;
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
