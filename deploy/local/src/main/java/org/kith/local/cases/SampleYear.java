package org.kith.local.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.kith.local.PrivateFile;
import org.kith.local.client.GatewayClient;
import org.kith.local.platform.Platform;
import org.kith.local.platform.Progress;
import org.kith.local.platform.Progress.Kind;
import org.kith.local.process.StartFailed;

/**
 * The twelve months before the first start, so that the reports have something to show. Each case is drawn from a seed
 * and its own number, and its requests carry keys of that number: a year that was interrupted is played again from the
 * beginning, and what was recorded before is recorded once.
 */
public final class SampleYear {

    private static final long SEED = 2026;
    /** As many cases at once as keep a small machine busy. */
    private static final int AT_ONCE = 4;

    /** One case; {@code begin} is the first day of the year. */
    private interface Case {

        void play(Cases cases, Random random);
    }

    private final Platform platform;
    private final LocalDate begin;
    private final List<Case> cases = new ArrayList<>();

    private SampleYear(Platform platform, LocalDate begin) {
        this.platform = platform;
        this.begin = begin;
        norfolk();
        clics();
        improvingLives();
        elsewhere();
    }

    /** Plays the year unless it was played, or {@code unwanted}; from then on it is never asked for again. */
    public static void playOnce(Platform platform, boolean unwanted, Progress progress) {
        var marker = platform.data().resolve("sample-year");
        var state = read(marker);
        if (state.endsWith("done") || (state.isEmpty() && unwanted)) {
            if (state.isEmpty()) PrivateFile.write(marker, "unwanted, done");
            return;
        }
        var begin = state.isEmpty() ? LocalDate.now(ZoneOffset.UTC).minusYears(1) : LocalDate.parse(state);
        progress.add(Kind.STEP, "a sample year is played; this is once only, and takes a minute or two");
        PrivateFile.write(marker, begin.toString());
        var requests = new SampleYear(platform, begin).play();
        PrivateFile.write(marker, begin + ", done");
        progress.add(Kind.DONE, "a sample year from " + begin + ": " + requests + " requests, all people made up");
    }

    private int play() {
        var requests = new AtomicInteger();
        try (var client = new GatewayClient(platform.gateway(), platform.around().issuer(), platform.realm()); var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Holders.fill(client, platform.around().programmes(), begin);
            var playing = new ArrayList<Future<?>>();
            for (var i = 0; i < cases.size(); i++) {
                var number = i;
                playing.add(threads.submit(() -> {
                    var random = new Random(SEED + number);
                    cases.get(number).play(new Cases(client, (_, _, _, _, _) -> requests.incrementAndGet(), "sample-year-" + number, random), random);
                }));
            }
            for (var each : playing) each.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartFailed failure ? failure : new StartFailed("the sample year stopped: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while playing the sample year");
        }
        return requests.get();
    }

    /** Referrals by partners and practices; most are supported, some closed, a few declined. */
    private void norfolk() {
        var programme = "norfolk-living-well";
        var areas = List.of("breckland", "coastal", "fens", "ketts-oak", "kings-lynn", "mid-norfolk", "swaffham");
        var practices = List.copyOf(platform.practices().entrySet());
        for (var month = 0; month < 12; month++) {
            var from = 30 * month;
            for (var i = 0; i < 4; i++)
                cases.add((cases, random) -> {
                    var day = from + random.nextInt(20);
                    var referral = cases.referral(programme, MadeUpPerson.pick(random, areas), at(day));
                    if (random.nextInt(8) == 0) cases.decline(referral, at(day + 1));
                    else if (random.nextInt(4) > 0) cases.support(referral, at(day + 1), 1 + random.nextInt(3), random.nextBoolean());
                });
            cases.add((cases, random) -> {
                var practice = MadeUpPerson.pick(random, practices);
                cases.delivery(programme, practice.getKey(), practice.getValue().secret(), at(from + random.nextInt(20)));
            });
        }
    }

    /** In each Community Partnership: organisations, groups, volunteers with their well-being, a case study. */
    private void clics() {
        var programme = "clics";
        for (var area : List.of("CP4", "CP5", "CP6")) {
            for (var quarter = 0; quarter < 4; quarter++) {
                var from = 90 * quarter;
                cases.add((cases, random) -> cases.organisation(programme, area, "Sample organisation " + random.nextInt(100, 1000), at(from + random.nextInt(60))));
                cases.add((cases, random) -> cases.group(programme, area, "Sample group " + random.nextInt(100, 1000), at(from + random.nextInt(30)),
                        at(from + 40 + random.nextInt(30))));
                cases.add((cases, random) -> {
                    var day = from + random.nextInt(30);
                    var volunteer = cases.volunteer(programme, area, at(day));
                    cases.wellBeing(programme, area, volunteer, at(day), at(day + 50));
                });
            }
            cases.add((cases, random) -> cases.caseStudy(programme, area, "community-development", at(100 + random.nextInt(200))));
        }
    }

    private void improvingLives() {
        var programme = "improving-lives";
        var funds = Funds.in(platform.around().programmes());
        for (var locality = 1; locality <= 6; locality++) {
            var area = "locality-" + locality;
            cases.add((cases, random) -> {
                var organisation = cases.organisation(programme, area, "Sample association " + random.nextInt(100, 1000), at(150 + random.nextInt(30)));
                cases.grant(funds, programme, organisation, 100_000L * (1 + random.nextInt(5)), at(200 + random.nextInt(100)));
            });
            cases.add((cases, random) -> cases.referral(programme, area, at(random.nextInt(330))));
        }
    }

    private void elsewhere() {
        for (var i = 0; i < 8; i++) {
            var from = 40 * i;
            cases.add((cases, random) -> cases.support(cases.referral("sird-2021", "scotland", at(from)), at(from + 2), 1 + random.nextInt(2), true));
            cases.add((cases, random) -> cases.group("croydon-abcd", "croydon", "Sample neighbours " + random.nextInt(100, 1000), at(from), at(from + 20)));
        }
    }

    /** Mid-morning of a day of the year, which has 360 here, so that nothing lies in the future. */
    private Instant at(int day) {
        return begin.plusDays(Math.min(day, 360)).atTime(10, 30).toInstant(ZoneOffset.UTC);
    }

    private static String read(Path marker) {
        try {
            return Files.exists(marker) ? Files.readString(marker).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
