package org.kith.local.services;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One of Kith's services. Their order is the order in which they are started: what others listen to comes first, then what takes longest, so
 * that at the end none is left alone with a processor.
 */
public enum Service {
    DIRECTORY(8082, 80, true, false, Tuning.REGISTER),
    REFERRAL(8081, 80, true, true, Tuning.GROWING),
    REPORTING(8085, 160, true, false, Tuning.HOT),
    VOLUNTEER(8083, 80, true, true, Tuning.REGISTER),
    OUTCOMES(8084, 80, true, false, Tuning.REGISTER),
    GATEWAY(8080, 80, false, false, Tuning.HOT);

    /** JVM options beside the heap's limit. What lives long is little everywhere, so half of a heap is for what is new. */
    private interface Tuning {
        List<String> HOT = thorough("-XX:+UseSerialGC", "-XX:NewRatio=1");
        /**
         * 29 MB live under load, and some 8 more once somebody has spoken FHIR. What is old begins with 40, and all of the rest fills with what is
         * dead before it is looked through. So as little as may be grows old that dies soon: what requests under way hold fits into the
         * room between new and old, which is 3.3 MB where it would be 2, and may be filled where half of it might.
         */
        List<String> GROWING = thorough("-XX:+UseSerialGC", "-Xms60m", "-XX:NewSize=20m", "-XX:MaxNewSize=20m", "-XX:SurvivorRatio=4", "-XX:TargetSurvivorRatio=90",
                "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");
        /** Asked seldom: the quick compiler alone starts with 2 seconds of processor time where both take 3.5. */
        List<String> REGISTER = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:TieredStopAtLevel=1");
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

    /**
     * Options of a JVM that has both compilers, the thorough one for what is hot in work: a start runs much of what is never run again some
     * thousand times, and that one takes 2 seconds of processor time for it. Ten times its usual thresholds are some seconds of work.
     */
    public static List<String> thorough(String... options) {
        var all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000"));
        return List.copyOf(all);
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
