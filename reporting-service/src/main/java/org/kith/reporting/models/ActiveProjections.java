package org.kith.reporting.models;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.reporting.projecting.ActiveProjection;

/** The live projections as this process last saw them. Whoever relies on it checks it inside a transaction. */
@Singleton
public class ActiveProjections {
    private static final String LIVE = "SELECT id, programme, model FROM projection WHERE state = 'live' ORDER BY id";

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

    private ActiveProjection read(Row row) {
        return ActiveProjection.of(row.getInteger(0), files.parse(row.getString(1), row.getString(2)));
    }
}
