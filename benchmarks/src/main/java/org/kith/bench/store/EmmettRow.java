package org.kith.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kith.bench.Commands;
import org.kith.bench.Row;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.local.Installation;

/** Against another event store on PostgreSQL, on the same server: one event to a new stream, as many at once. */
public final class EmmettRow implements Row {
    private static final Pattern RATE = Pattern.compile("appends/s ([0-9.]+)");

    @Override
    public String id() {
        return "append-emmett";
    }

    @Override
    public String measured() {
        return "appends/s, 1 event each, " + AppendRow.CLIENTS + " at once";
    }

    @Override
    public String peer() {
        return "@event-driven-io/emmett-postgresql appendToStream, " + AppendRow.CLIENTS + " at once";
    }

    @Override
    public String wanted() {
        return "≥ 4";
    }

    @Override
    public Optional<String> missing() {
        return Commands.needNode();
    }

    @Override
    public List<Pair> measure() throws Exception {
        var script = install();
        try (var database = new BenchDatabase(); var store = EventStore.on(database.vertx, database.pool(4)).build()) {
            var handler = new CommandHandler<>(store, Arrivals.FAMILY, new Arrivals());
            var load = new AppendLoad(database.vertx, handler, AppendRow.CLIENTS, 1);
            new AppendLoad(database.vertx, handler, AppendRow.WARM_UP_CLIENTS, 1).run(Duration.ofSeconds(AppendRow.WARM_UP_SECONDS));
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < AppendRow.PAIRS; i++) {
                database.empty();
                double ours = load.run(Duration.ofSeconds(AppendRow.SECONDS));
                database.empty();
                pairs.add(new Pair(ours, emmett(script, database)));
            }
            return pairs;
        }
    }

    private static double emmett(Path script, BenchDatabase database) throws IOException, InterruptedException {
        var roles = BenchDatabase.ROLES;
        var environment = Map.of(
                "DATABASE_URL", "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(roles.owner(), roles.ownerPassword(), database.port(), roles.database()),
                "WRITERS", Integer.toString(AppendRow.CLIENTS),
                "SECONDS", Integer.toString(AppendRow.SECONDS),
                "EVENT", Arrivals.FAMILY.codec().encode(Arrivals.EVENT).data());
        return Commands.figure(List.of("node", script.toString()), environment, RATE);
    }

    private static Path install() throws IOException, InterruptedException {
        var root = Installation.here().root();
        var folder = Files.createDirectories(root.resolve("benchmarks/target/emmett"));
        for (var file : List.of("package.json", "package-lock.json", "append.mjs"))
            Files.copy(root.resolve("benchmarks/emmett").resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(folder.resolve("node_modules")) && !Commands.runs("npm", "ci", "--no-audit", "--no-fund", "--prefix", folder.toString()))
            throw new IOException("npm could not install what benchmarks/emmett/package.json names");
        return folder.resolve("append.mjs");
    }
}
