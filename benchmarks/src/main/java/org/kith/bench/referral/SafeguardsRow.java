package org.kith.bench.referral;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.bench.Row;

/**
 * What the safeguards cost: the referral service as it is, against a twin that keeps people in the clear and is sent no idempotency
 * keys. Both are fresh processes with empty databases beside the platform. The audit has no part in it: receiving somebody writes no line
 * of it, only reading them does.
 */
public final class SafeguardsRow implements Row {
    private static final int CONNECTIONS = 64;
    private static final int PAIRS = 10;
    private static final int SECONDS = 8;
    /** Both are fresh JVMs: at 45 s their pairs still differed by more than what is measured. */
    private static final int WARM_UP_SECONDS = 120;

    @Override
    public String id() {
        return "safeguards";
    }

    @Override
    public String measured() {
        return "POST /api/referrals → 201/s, %d connections, the service itself, drained".formatted(CONNECTIONS);
    }

    @Override
    public String peer() {
        return "the same service without sealing, hashing and idempotency keys";
    }

    @Override
    public String wanted() {
        return "≥ 0.85";
    }

    @Override
    public Optional<String> missing() {
        return RunningKith.find().isPresent() ? Optional.empty() : Optional.of("the platform is not running: ./kith up --empty");
    }

    @Override
    public List<Pair> measure() throws Exception {
        var kith = RunningKith.find().orElseThrow();
        try (var ours = new Side(kith, true); var peer = new Side(kith, false)) {
            ours.run(WARM_UP_SECONDS);
            peer.run(WARM_UP_SECONDS);
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < PAIRS; i++) pairs.add(i % 2 == 0 ? oursFirst(ours, peer) : peerFirst(ours, peer));
            return pairs;
        }
    }

    private static Pair oursFirst(Side ours, Side peer) throws Exception {
        double first = ours.run(SECONDS);
        return new Pair(first, peer.run(SECONDS));
    }

    /** What the one leaves to PostgreSQL to tidy up falls on the other. */
    private static Pair peerFirst(Side ours, Side peer) throws Exception {
        double first = peer.run(SECONDS);
        return new Pair(ours.run(SECONDS), first);
    }

    private static final class Side implements AutoCloseable {
        private final RunningKith kith;
        private final TwinService service;
        private final ReferralLoad load;
        private final Drain drain;

        Side(RunningKith kith, boolean safeguarded) throws Exception {
            this.kith = kith;
            service = new TwinService(kith, safeguarded);
            load = new ReferralLoad(service.url(), CONNECTIONS, new Strangers(0), safeguarded);
            drain = new Drain(kith, service.connect());
        }

        double run(int seconds) throws Exception {
            return drain.rate(load, Duration.ofSeconds(seconds), kith.token());
        }

        @Override
        public void close() throws SQLException {
            load.close();
            drain.close();
            service.close();
        }
    }
}
