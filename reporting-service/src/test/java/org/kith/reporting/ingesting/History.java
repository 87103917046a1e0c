package org.kith.reporting.ingesting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.kith.events.DirectoryEvent.GrantAwarded;
import org.kith.events.DirectoryEvent.GroupFormed;
import org.kith.events.DirectoryEvent.GroupSupported;
import org.kith.events.OutcomesEvent.CaseStudyRecorded;
import org.kith.events.OutcomesEvent.MeasureTaken;
import org.kith.events.PublicEvent;
import org.kith.events.ReferralEvent.ContactHeld;
import org.kith.events.ReferralEvent.PersonMerged;
import org.kith.events.ReferralEvent.PersonUnmerged;
import org.kith.events.ReferralEvent.ReferralReceived;
import org.kith.events.VolunteerEvent.VolunteerRecruited;
import org.kith.events.VolunteerEvent.VolunteerTrained;
import org.kith.reporting.Happening;
import org.kith.reporting.ingesting.Reading.RawRecord;

/**
 * A made-up history: several partitions of events around one year, some of which void others, some of which come twice. Some say that
 * two references are of one person, or are not after all: those of one reference in their order, before or after what carries it.
 */
final class History {
    static final int PARTITIONS = 4;
    private static final List<String> AREAS = List.of("CP4", "CP5", "CP6", "elsewhere");

    private final Random random;
    private final int year;
    private final List<List<ArrivedEvent>> partitions = new ArrayList<>();
    private final Map<String, String> merged = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    History(Random random, int year, int events) {
        this.random = random;
        this.year = year;
        for (int i = 0; i < PARTITIONS; i++) partitions.add(new ArrayList<>());
        var happenings = new ArrayList<Happening>();
        for (int i = 0; i < events; i++) happenings.add(happening(i));
        var start = LocalDate.of(year, 1, 1).atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
        var clocks = new Instant[PARTITIONS];
        java.util.Arrays.fill(clocks, start);
        for (var happening : happenings) {
            int partition = partition(happening.envelope().stream());
            add(partition, happening(happening, happenings), clocks);
            if (random.nextInt(8) == 0) add(partition, null, clocks);
        }
    }

    List<List<ArrivedEvent>> partitions() {
        return partitions;
    }

    private int partition(String stream) {
        return versions.containsKey(stream) ? Math.floorMod(stream.hashCode(), PARTITIONS) : random.nextInt(PARTITIONS);
    }

    /** As it was first read; {@code null} repeats some earlier record of the partition. */
    private void add(int partition, Happening happening, Instant[] clocks) {
        clocks[partition] = clocks[partition].plusMillis(random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt((int) Duration.ofHours(30).toMillis()));
        var records = partitions.get(partition);
        var arrival = new Arrival("history-" + year, partition, records.size(), clocks[partition]);
        if (happening == null) {
            var again = records.get(random.nextInt(records.size()));
            records.add(new ArrivedEvent(new RawRecord(arrival, null, null, java.util.Map.of()), again.envelope(), again.json(), again.fact()));
            return;
        }
        try {
            records.add(ArrivedEvent.of(new RawRecord(arrival, null, null, java.util.Map.of()), happening.envelope(), happening.json(), DataJson.read(happening.json())));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Happening happening(Happening plain, List<Happening> all) {
        if (random.nextInt(7) != 0) return plain;
        return plain.voiding(other(all), other(all));
    }

    private UUID other(List<Happening> all) {
        return all.get(random.nextInt(all.size())).id();
    }

    private Happening happening(int number) {
        var area = AREAS.get(random.nextInt(AREAS.size()));
        if (random.nextInt(6) == 0) return statement();
        if (random.nextInt(3) == 0) return contact();
        return Happening.of(event(number), "clics", area.equals("elsewhere") ? null : area, day());
    }

    /** Who is merged into another is unmerged; who is not is merged, unless that would be a chain. */
    private Happening statement() {
        var person = person();
        var into = merged.remove(person);
        if (into != null) return said(person, new PersonUnmerged(person, into));
        var other = person();
        if (other.equals(person) || merged.containsKey(other) || merged.containsValue(person)) return contact();
        merged.put(person, other);
        return said(person, new PersonMerged(person, other));
    }

    private Happening said(String person, PublicEvent event) {
        var stream = "person-" + person;
        return Happening.of(event, "clics", null, day()).in(stream, versions.merge(stream, 1L, Long::sum));
    }

    private String person() {
        return "p" + year + "-" + random.nextInt(12);
    }

    private Happening contact() {
        return Happening.of(ofPerson(person()), "norfolk-living-well", random.nextBoolean() ? "fens" : "swaffham", day());
    }

    private PublicEvent ofPerson(String person) {
        return switch (random.nextInt(5)) {
            case 0 -> received(person);
            case 1 -> new MeasureTaken("m" + random.nextInt(), person, "person", "swemwbs", random.nextBoolean() ? "baseline" : "follow-up", random.nextInt(7, 36),
                    new BigDecimal("19.25").add(BigDecimal.valueOf(random.nextInt(500), 2)));
            default -> new ContactHeld("r" + person, person, "w1", random.nextBoolean() ? "phone" : "email", random.nextInt(20), null, null);
        };
    }

    private static ReferralReceived received(String person) {
        return new ReferralReceived("r" + person, person, "self", null, List.of("debt", "housing"), "35-44", "female", "not-asked", "rest");
    }

    private LocalDate day() {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(400) - 20);
    }

    private PublicEvent event(int number) {
        var one = year + "-" + random.nextInt(12);
        return switch (random.nextInt(8)) {
            case 7 -> received(person());
            case 0 -> new VolunteerTrained("v" + one);
            case 1 -> new VolunteerRecruited("v" + one, random.nextBoolean() ? "self" : "community-connector");
            case 2 -> new GroupSupported("g" + one, random.nextBoolean() ? "abcd-training" : "additional-funding", random.nextBoolean() ? "governance" : null, day());
            case 3 -> new GroupFormed("g" + one, "Fernside Walkers", day(), random.nextBoolean() ? "gap" : "local-issue", random.nextBoolean());
            case 4 -> new MeasureTaken("m" + number, "v" + one, "volunteer", "swemwbs", random.nextBoolean() ? "baseline" : "follow-up", 21,
                    new BigDecimal("19.25").add(BigDecimal.valueOf(random.nextInt(500), 2)));
            case 5 -> new CaseStudyRecorded("c" + number, random.nextBoolean() ? "community-development" : "volunteering", List.of("volunteer-role", "confidence"));
            default -> new GrantAwarded("grant" + number, "fund" + one, "org", "Fernside Hub", "Lunch club", random.nextInt(100_000), day());
        };
    }
}
