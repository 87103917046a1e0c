package org.kith.reporting.ingesting;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.kith.reporting.ingesting.Positions.Position;
import org.kith.reporting.ingesting.Reading.Poison;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.projecting.SwapGate.ProjectionsChanged;

/** Takes batches in, and finds the one record that the database cannot hold when a batch is refused for it. */
@Singleton
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_SWAPS = 10;

    private final BatchWriter writer;
    private final Positions positions;
    private final ActiveProjections projections;

    Intake(BatchWriter writer, Positions positions, ActiveProjections projections) {
        this.writer = writer;
        this.positions = positions;
        this.projections = projections;
    }

    /** @throws RuntimeException having taken in all of it, a part that {@code positions} was told of, or nothing */
    void take(ConsumerRecords<byte[], byte[]> records, PartitionPositions positions) {
        var batch = Batch.of(records, positions::expected);
        try {
            write(batch, positions.sources());
            positions.advanced(batch.spans());
        } catch (PgException e) {
            if (!isAboutTheData(e)) throw e;
            LOG.warnf("a batch of %d was refused (SQL state %s); its records are taken one by one", records.count(), e.getSqlState());
            takeOneByOne(records, positions);
        }
    }

    /**
     * Takes in a single event outside its partition's order.
     *
     * @return why it was not counted; empty when it was, now or before
     */
    public Uni<Optional<Poison>> takeAgain(ArrivedEvent event) {
        return projections.reload()
                .chain(() -> positions.all())
                .chain(sources -> writer.write(Batch.again(event), sources))
                .map(poison -> poison.stream().findFirst());
    }

    private void takeOneByOne(ConsumerRecords<byte[], byte[]> records, PartitionPositions positions) {
        for (var record : records) {
            var batch = Batch.of(record, positions.expected(new TopicPartition(record.topic(), record.partition())));
            try {
                write(batch, positions.sources());
            } catch (PgException e) {
                if (!isAboutTheData(e) || batch.events().isEmpty()) throw e;
                var poison = new Poison(batch.events().getFirst().raw(), "cannot-be-stored", "the database refuses it with SQL state " + e.getSqlState());
                write(batch.poisonedBy(poison), positions.sources());
            }
            positions.advanced(batch.spans());
        }
    }

    private void write(Batch batch, Map<TopicPartition, Position> sources) {
        for (int swaps = 0;; swaps++) {
            try {
                writer.write(batch, sources).await().atMost(PATIENCE);
                return;
            } catch (ProjectionsChanged e) {
                if (swaps == MOST_SWAPS) throw e;
                projections.reload().await().atMost(PATIENCE);
            }
        }
    }

    /** Data exceptions, violated constraints, exceeded limits: trying again would end the same way. */
    static boolean isAboutTheData(PgException e) {
        var state = e.getSqlState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
