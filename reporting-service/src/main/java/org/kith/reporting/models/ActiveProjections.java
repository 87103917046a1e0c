package org.kith.reporting.models;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.kith.logicmodel.reading.InvalidLogicModel;
import org.kith.reporting.projecting.ActiveProjection;

/** The live projections as this process last saw them. Whoever relies on it checks it inside a transaction. */
@Singleton
public class ActiveProjections {
    private static final Logger LOG = Logger.getLogger(ActiveProjections.class);
    private static final String LIVE = "SELECT id, programme, model, version FROM projection WHERE state = 'live' ORDER BY id";
    private static final String RETIRE = "UPDATE projection SET state = 'retired', retired_at = now() WHERE id = ANY($1) AND state = 'live'";

    private final Pool pool;
    private final ModelFiles files;
    private volatile Live live = new Live(List.of());

    ActiveProjections(Pool pool, ModelFiles files) {
        this.pool = pool;
        this.files = files;
    }

    /** @param all in the order of their ids */
    public record Live(List<ActiveProjection> all) {
        public Live {
            all = List.copyOf(all);
        }

        public List<Integer> ids() {
            return all.stream().map(ActiveProjection::id).toList();
        }

        public Optional<ActiveProjection> byId(int id) {
            return all.stream().filter(active -> active.id() == id).findFirst();
        }

        public Optional<ActiveProjection> of(String programme) {
            return all.stream().filter(active -> active.model().programme().equals(programme)).findFirst();
        }
    }

    public Live live() {
        return live;
    }

    /** Reads again which projections are live. */
    public Uni<Live> reload() {
        return pool.preparedQuery(LIVE).execute().map(rows -> {
            var found = new ArrayList<ActiveProjection>();
            for (var row : rows) found.add(live.byId(row.getInteger(0)).orElseGet(() -> read(row)));
            live = new Live(found);
            return live;
        });
    }

    /**
     * Reads which projections are live, once, as the service starts. Retires those whose models name something this version no longer
     * has, an event that was only planned for instance: the folder's model of the programme is then counted from all facts. One newer
     * than the folder's stays, and stops the start: this version is then the wrong one.
     *
     * @return fails with {@link InvalidLogicModel} where one newer than the folder's cannot be read
     */
    public Uni<Void> open() {
        return pool.preparedQuery(LIVE).execute().chain(rows -> {
            var found = new ArrayList<ActiveProjection>();
            var outdated = new ArrayList<Integer>();
            for (var row : rows) {
                try {
                    found.add(read(row));
                } catch (InvalidLogicModel e) {
                    if (files.of(row.getString(1)).model().version() < row.getInteger(3)) throw e;
                    LOG.infof("%s version %d is counted again: %s", row.getString(1), row.getInteger(3), e.getMessage());
                    outdated.add(row.getInteger(0));
                }
            }
            live = new Live(found);
            return outdated.isEmpty() ? Uni.createFrom().voidItem() : pool.preparedQuery(RETIRE).execute(Tuple.of(outdated.toArray(Integer[]::new))).replaceWithVoid();
        });
    }

    private ActiveProjection read(Row row) {
        return ActiveProjection.of(row.getInteger(0), files.parse(row.getString(1), row.getString(2)));
    }
}
