package org.kith.bench.reporting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.kith.bench.Row;
import org.kith.bench.referral.Strangers;
import org.kith.local.services.Service;

/** From a referral's 201 to its being in the report, at 500 events a second. Both rows read the same run. */
public abstract class LatencyRow implements Row {
    private static final int EVENTS_PER_SECOND = 500;
    private static final int EVENTS_EACH = 2;
    private static final int PAIRS = 5;
    /** Until the compilers are done, which on two cores compete with what they compile. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Both> MEASURED = new ArrayList<>();

    private record Both(Latencies ours, Latencies peer) {}

    private final String id;
    private final String what;

    LatencyRow(String id, String what) {
        this.id = id;
        this.what = what;
    }

    /** Against the limit of 25 ms. */
    public static final class Median extends LatencyRow {
        private static final double LIMIT = 25;

        public Median() {
            super("latency-median", "median");
        }

        @Override
        public String peer() {
            return "the limit";
        }

        @Override
        public String wanted() {
            return "≤ 1 (25 ms)";
        }

        @Override
        public List<Pair> measure() throws Exception {
            return pairs(Latencies::median, _ -> LIMIT);
        }
    }

    /** Against a paced producer and consumer of Kafka itself. */
    public static final class NinetyNinth extends LatencyRow {
        public NinetyNinth() {
            super("latency-p99", "99th percentile");
        }

        @Override
        public String peer() {
            return "Kafka producer to consumer, same pace and bytes, acks=all, 99th percentile";
        }

        @Override
        public String wanted() {
            return "≤ 3";
        }

        @Override
        public List<Pair> measure() throws Exception {
            return pairs(Latencies::ninetyNinth, Latencies::ninetyNinth);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String measured() {
        return "ms from 201 to visible in the report at " + EVENTS_PER_SECOND + " events/s, " + what;
    }

    @Override
    public Optional<String> missing() {
        return RunningReporting.find().isPresent() ? Optional.empty() : Optional.of("the platform is not running: ./kith up --empty");
    }

    static List<Pair> pairs(ToDoubleFunction<Latencies> ours, ToDoubleFunction<Latencies> peer) throws Exception {
        if (MEASURED.isEmpty()) run();
        return MEASURED.stream().map(both -> new Pair(ours.applyAsDouble(both.ours), peer.applyAsDouble(both.peer))).toList();
    }

    private static void run() throws Exception {
        var kith = RunningReporting.find().orElseThrow();
        var kafka = new PacedKafka(kith);
        try (var referrals = new PacedReferrals(kith.url(Service.REFERRAL), Strangers.toThePlatform()); var seen = new SeenReferrals(kith.database(), kith.database())) {
            ours(kith, referrals, seen, WARM_UP);
            kafka.run(EVENTS_PER_SECOND, Duration.ofSeconds(5));
            for (int i = 0; i < PAIRS; i++) MEASURED.add(new Both(ours(kith, referrals, seen, TIME), kafka.run(EVENTS_PER_SECOND, TIME)));
            System.err.printf("a look at the database every %.1f ms%n", seen.resolution());
            for (var both : MEASURED)
                System.err.printf("ours: median %.1f, 99th %.1f, most %.1f ms; Kafka: median %.1f, 99th %.1f, most %.1f ms%n", both.ours.median(),
                        both.ours.ninetyNinth(), both.ours.most(), both.peer.median(), both.peer.ninetyNinth(), both.peer.most());
        }
    }

    private static Latencies ours(RunningReporting kith, PacedReferrals referrals, SeenReferrals seen, Duration time) throws Exception {
        Map<String, Long> answered = referrals.run(EVENTS_PER_SECOND / EVENTS_EACH, time, kith.token("partner"));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.seen().keySet().containsAll(answered.keySet())) {
            if (System.nanoTime() > until) throw new IllegalStateException("not every referral was counted");
            LockSupport.parkNanos(100_000_000);
        }
        var visible = seen.seen();
        var took = new ArrayList<Long>();
        answered.forEach((stream, at) -> took.add(Math.max(0, Objects.requireNonNull(visible.get(stream), "it was seen") - at)));
        return Latencies.of(took);
    }
}
