package org.kith.bench.referral;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.bench.Commands;
import org.kith.bench.Row;

/** Referrals received each second, to the last one's being published and counted. */
public abstract class PostRow implements Row {
    private static final int PAIRS = 5;
    private static final int SECONDS = 6;
    /** Seven JVMs compile what is hot on two cores: at 20 s they were still at twice the processor time a referral. */
    private static final int WARM_UP_SECONDS = 45;
    private static final int WARM_UP_CONNECTIONS = 64;

    private final int connections;
    private final boolean throughGateway;
    private final String wanted;

    PostRow(int connections, boolean throughGateway, String wanted) {
        this.connections = connections;
        this.throughGateway = throughGateway;
        this.wanted = wanted;
    }

    /** Asked of the service itself, 16 connections. */
    public static final class Sixteen extends PostRow {
        public Sixteen() {
            super(16, false, "≥ 0.8");
        }
    }

    /** Asked of the service itself, 64 connections. */
    public static final class SixtyFour extends PostRow {
        public SixtyFour() {
            super(64, false, "≥ 1.2");
        }
    }

    /** Through the gateway, 64 connections. */
    public static final class ThroughGateway extends PostRow {
        public ThroughGateway() {
            super(64, true, "≥ 0.6");
        }
    }

    @Override
    public String id() {
        return "post-" + connections + (throughGateway ? "-gateway" : "");
    }

    @Override
    public String measured() {
        return "POST /api/referrals → 201/s, %d connections, %s; relay and reporting drained"
                .formatted(connections, throughGateway ? "through the gateway" : "the service itself");
    }

    @Override
    public String peer() {
        return "pgbench -M prepared, TCP, same rows in one statement, 16 clients";
    }

    @Override
    public String wanted() {
        return wanted;
    }

    @Override
    public Optional<String> missing() {
        return Commands.needPgbench().or(() -> RunningKith.find().isPresent()
                ? Optional.empty()
                : Optional.of("the platform is not running: ./kith up --empty, with rate limits out of the way (see benchmarks/README.md)"));
    }

    @Override
    public List<Pair> measure() throws Exception {
        var kith = RunningKith.find().orElseThrow();
        var address = throughGateway ? kith.gateway() : kith.service("referral");
        var strangers = Strangers.toThePlatform();
        try (var warmUp = new ReferralLoad(address, WARM_UP_CONNECTIONS, strangers);
                var load = new ReferralLoad(address, connections, strangers);
                var drain = new Drain(kith)) {
            drain.rate(warmUp, Duration.ofSeconds(WARM_UP_SECONDS), kith.token());
            var pgbench = new ReferralPgbench(kith);
            pgbench.run(2);
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < PAIRS; i++) pairs.add(new Pair(drain.rate(load, Duration.ofSeconds(SECONDS), kith.token()), pgbench.run(SECONDS)));
            return pairs;
        }
    }
}
