package org.kith.reporting.ingesting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.periods.Period;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.models.ModelFiles;
import org.kith.reporting.projecting.SwapGate.ProjectionsChanged;
import org.kith.reporting.rebuilding.Rebuild;
import org.kith.reporting.reports.Recount;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Whatever order partitions are read in, however often, with whatever losses between: a report shows what a simple recount does. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class AnyOrderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Inject BatchWriter writer;
    @Inject Positions positions;
    @Inject ActiveProjections projections;
    @Inject ModelFiles files;
    @Inject Rebuild rebuild;
    @Inject ObjectMapper json;

    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<UUID, ArrivedEvent> known = new LinkedHashMap<>();

    @BeforeEach
    void everything_is_ready() {
        await().atMost(Duration.ofMinutes(3)).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3})
    void a_report_shows_what_a_recount_shows(int seed) throws Exception {
        var random = new Random(seed);
        int year = 1990 - 3 * seed;
        var history = new History(random, year, 180);
        register(history, year);
        deliver(history, random);
        assertThat(known.values()).as("some are merged").anyMatch(event -> event.envelope().type().equals("person.merged"));
        var period = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        var ragged = new Period(LocalDate.of(year, 2, 11), LocalDate.of(year, 10, 17));
        compare(period, null);
        compare(ragged, null);
        for (int i = 0; i < 5; i++) compare(random.nextBoolean() ? period : ragged, moment(random));

        rebuild.run(files.of("clics"));
        rebuild.run(files.of("norfolk-living-well"));

        compare(period, null);
        compare(ragged, null);
        for (int i = 0; i < 5; i++) compare(random.nextBoolean() ? period : ragged, moment(random));
    }

    private void register(History history, int year) {
        for (int i = 0; i < History.PARTITIONS; i++) next.put(new TopicPartition("history-" + year, i), 0L);
        positions.register(next.keySet()).await().atMost(PATIENCE);
    }

    /** Reads some of some partitions at a time; now and then as one who believes a partition to be where it was before. */
    private void deliver(History history, Random random) {
        var sources = positions.all().await().atMost(PATIENCE);
        Batch before = null;
        while (history.partitions().stream().anyMatch(records -> next(records) < records.size())) {
            var batch = batch(history, random);
            if (batch.spans().isEmpty()) continue;
            if (before != null && random.nextInt(3) == 0) {
                var stale = before;
                assertThatThrownBy(() -> writer.write(stale, sources).await().atMost(PATIENCE)).isInstanceOf(PartitionLost.class);
            }
            write(batch, sources);
            before = batch;
        }
    }

    private void write(Batch batch, Map<TopicPartition, Positions.Position> sources) {
        try {
            writer.write(batch, sources).await().atMost(PATIENCE);
        } catch (ProjectionsChanged e) {
            projections.reload().await().atMost(PATIENCE);
            writer.write(batch, sources).await().atMost(PATIENCE);
        }
        batch.events().forEach(event -> known.putIfAbsent(event.id(), event));
        batch.spans().forEach(span -> next.put(span.partition(), span.next()));
    }

    private Batch batch(History history, Random random) {
        var events = new ArrayList<ArrivedEvent>();
        var spans = new ArrayList<Span>();
        for (var records : history.partitions()) {
            int from = next(records);
            int number = Math.min(random.nextInt(6), records.size() - from);
            if (number == 0) continue;
            var taken = records.subList(from, from + number);
            events.addAll(taken);
            var last = taken.getLast().arrival();
            spans.add(new Span(new TopicPartition(last.topic(), last.partition()), from, from + number, FAR));
        }
        return new Batch(events, List.of(), spans);
    }

    private int next(List<ArrivedEvent> records) {
        if (records.isEmpty()) return 0;
        var first = records.getFirst().arrival();
        return Math.toIntExact(next.getOrDefault(new TopicPartition(first.topic(), first.partition()), 0L));
    }

    private Instant moment(Random random) {
        var all = List.copyOf(known.values());
        return all.get(random.nextInt(all.size())).knownAt();
    }

    private void compare(Period period, @Nullable Instant asOf) throws Exception {
        compare("clics", period, asOf);
        compare("norfolk-living-well", period, asOf);
    }

    private void compare(String programme, Period period, @Nullable Instant asOf) throws Exception {
        var model = files.of(programme).model();
        var expected = PLAIN.readTree(json.writeValueAsString(Recount.of(model, facts(asOf), merged(asOf), period, asOf)));
        var request = given().header("Authorization", Tokens.bearer("programme-manager")).queryParam("period", period.toString());
        if (asOf != null) request.queryParam("asOf", asOf.toString());
        JsonNode report = PLAIN.readTree(request.get("/api/programmes/{programme}/report", programme).then().statusCode(200).extract().asString());
        if (asOf == null) assertThat(expected.toString()).as("something must have been counted").containsPattern("\"value\":[1-9]");
        for (int i = 0; i < expected.size(); i++)
            assertThat(report.get("indicators").get(i)).as("as of %s", asOf).isEqualTo(expected.get(i));
    }

    /** Known by then, and by then not voided. */
    private List<Fact> facts(@Nullable Instant asOf) {
        Set<UUID> voided = new HashSet<>();
        var facts = new ArrayList<Fact>();
        var then = known.values().stream().filter(event -> asOf == null || !event.knownAt().isAfter(asOf)).toList();
        then.forEach(event -> voided.addAll(event.envelope().voids()));
        then.stream().filter(event -> !voided.contains(event.id())).forEach(event -> facts.add(event.fact()));
        return facts;
    }

    /** Of whom those references were known to be by then that are not of their own: as was said of each last. A void takes no such statement back. */
    private Map<String, String> merged(@Nullable Instant asOf) {
        var last = new HashMap<String, ArrivedEvent>();
        known.values().stream()
                .filter(event -> event.envelope().stream().startsWith("person-") && (asOf == null || !event.knownAt().isAfter(asOf)))
                .forEach(event -> last.merge(event.envelope().stream(), event, (one, other) -> one.envelope().streamVersion() > other.envelope().streamVersion() ? one : other));
        var merged = new HashMap<String, String>();
        last.values().stream().filter(event -> event.envelope().type().equals("person.merged"))
                .forEach(event -> merged.put(String.valueOf(event.fact().data().get("person")), String.valueOf(event.fact().data().get("into"))));
        return merged;
    }
}
