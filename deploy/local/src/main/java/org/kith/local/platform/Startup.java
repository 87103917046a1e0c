package org.kith.local.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.local.Marker;
import org.kith.local.PrivateFile;
import org.kith.local.kafka.KafkaSetup;
import org.kith.local.kafka.KafkaUser;
import org.kith.local.keycloak.RealmImport;
import org.kith.local.platform.Progress.Kind;
import org.kith.local.postgres.PostgresBinaries;
import org.kith.local.process.Part;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.kith.local.services.PracticeSecrets;
import org.kith.local.services.Service;
import org.kith.local.services.ServiceProcess;

/** Starts a platform's parts in their order, each as early as what it needs allows, and makes what they find there. */
final class Startup {

    private final Platform platform;
    private final Progress progress;
    private final Watch watch;
    private final ReadWriteLock launching = new ReentrantReadWriteLock();
    private final Set<RunningProcess> starting = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Startup(Platform platform, Progress progress, Watch watch) {
        this.platform = platform;
        this.progress = progress;
        this.watch = watch;
    }

    /**
     * Launches nothing more: what is being launched at this moment is waited for. A JVM that is not ready by then is killed, since the cache
     * that it would make as it ends ({@link AotCache}) were one of half a start, and would serve every later one.
     */
    void end() {
        launching.writeLock().lock();
        try {
            ended = true;
        } finally {
            launching.writeLock().unlock();
        }
        starting.forEach(process -> process.handle().destroyForcibly());
    }

    /** @throws StartFailed at the first thing that does not start; what runs by then is the caller's to stop */
    void run() {
        platform.forgetOlderCaches();
        var first = !realmMarker().toFile().exists();
        // more JVMs at once than processors only make each of them late, and all of them dearer
        var atOnce = Math.max(2, Runtime.getRuntime().availableProcessors());
        var stored = new CountDownLatch(2);
        var before = new CountDownLatch(first ? 3 : 2);
        together(List.of(
                () -> {
                    database();
                    stored.countDown();
                    before.countDown();
                    identity();
                    before.countDown();
                },
                () -> {
                    broker();
                    stored.countDown();
                    before.countDown();
                },
                () -> {
                    // for the gateway alone, and what reads it takes as long to load as a database to start
                    PracticeSecrets.write(platform.around().practices(), platform.practices());
                    await(stored);
                    // one after the other: as a rule that is a first start, in which Keycloak makes its own schema beside them
                    migrate();
                    await(before);
                    services(atOnce);
                }));
    }

    private static void await(CountDownLatch before) {
        try {
            before.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while starting", e);
        }
    }

    private void database() {
        var began = System.nanoTime();
        PostgresBinaries.in(platform.installation().unpacked());
        launch(platform.postgres());
        // in the cluster itself, with which it goes
        var marker = new Marker(platform.data().resolve("postgres/data/databases-and-roles"));
        var databases = Stream.concat(Service.withStore().stream().map(Service::id), Stream.of("keycloak")).map(platform.around()::database).toList();
        var wanted = Marker.digest(List.of(databases.toString().getBytes(StandardCharsets.UTF_8)));
        if (!marker.says(wanted)) {
            try (var superuser = platform.postgres().connect("postgres")) {
                for (var database : databases) if (database.create(superuser)) ServiceProcess.schema(platform.data(), database.service()).forget();
            } catch (SQLException e) {
                throw new StartFailed("cannot make the services' databases: " + e.getMessage(), e);
            }
            marker.write(wanted);
        }
        done(platform.postgres(), began);
    }

    private void broker() {
        var began = System.nanoTime();
        var lost = realmMarker().toFile().exists() && !platform.kafka().formatted();
        if (lost) progress.add(Kind.WARNING, "kafka's storage is not there any more; once everything runs, ./kith reconcile publishes again what it lost");
        // before the storage is made: a start that ends in between must not find it said
        var marker = new Marker(platform.data().resolve("kafka/users-and-topics"));
        if (!platform.kafka().formatted()) marker.forget();
        launch(platform.kafka());
        // what is as it was need not be said again: a second start is quick
        var wanted = KafkaUser.SERVICES.toString();
        if (!marker.says(wanted)) {
            try (var admin = platform.kafka().admin()) {
                var setup = new KafkaSetup(admin);
                setup.users(KafkaUser.SERVICES.stream().collect(Collectors.toMap(KafkaUser::name, user -> platform.around().kafkaUser(user.name()).password())));
                setup.topics();
            }
            marker.write(wanted);
        }
        done(platform.kafka(), began);
    }

    private void identity() {
        var began = System.nanoTime();
        var first = !realmMarker().toFile().exists();
        if (first) progress.add(Kind.STEP, "keycloak makes its schema and the realm; this is once only");
        launch(platform.keycloak());
        if (first) {
            try (var realm = new RealmImport(platform.keycloak())) {
                // a first start that ended half-way may have left one
                if (realm.present()) realm.delete();
                realm.create(platform.realm());
            }
            PrivateFile.write(realmMarker(), "imported\n");
        }
        done(platform.keycloak(), began);
    }

    private void services(int atOnce) {
        var turn = new Semaphore(atOnce, true);
        together(platform.services().stream().<Runnable>map(service -> () -> {
            turn.acquireUninterruptibly();
            try {
                var began = System.nanoTime();
                launch(service);
                done(service, began);
            } finally {
                turn.release();
            }
        }).toList());
    }

    private void migrate() {
        var behind = platform.services().stream().filter(service -> !service.migrated()).toList();
        if (!behind.isEmpty()) progress.add(Kind.STEP, "schemas are brought up to date: " + behind.stream().map(ServiceProcess::name).collect(Collectors.joining(", ")));
        for (var service : behind) {
            refuseIfEnded();
            service.migrate();
        }
    }

    private void launch(Part part) {
        var process = process(part);
        process.awaitReady(part.startTime(), part::answers);
        starting.remove(process);
        watch.begin(part, process);
    }

    private RunningProcess process(Part part) {
        launching.readLock().lock();
        try {
            refuseIfEnded();
            var process = part.launch();
            if (part != platform.postgres()) starting.add(process);
            return process;
        } finally {
            launching.readLock().unlock();
        }
    }

    private void refuseIfEnded() {
        if (ended) throw new StartFailed("it was told to stop while it started");
    }

    private void done(Part part, long began) {
        progress.add(Kind.DONE, "%-10s %-28s %4.1f s".formatted(part.name(), part.url(), (System.nanoTime() - began) / 1e9));
    }

    private Path realmMarker() {
        return platform.data().resolve("keycloak/realm");
    }

    private static void together(List<Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ExecutorCompletionService<Void>(threads);
            tasks.forEach(task -> ends.submit(task, null));
            try {
                for (var i = 0; i < tasks.size(); i++) ends.take().get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure ? failure : new StartFailed(String.valueOf(e.getCause()), e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new StartFailed("interrupted while starting");
            }
        }
    }
}
