package org.kith.referral.uploading;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.receiving.Receiving;
import org.kith.referral.receiving.Receiving.Received;
import org.kith.referral.receiving.ReferralCheck;
import org.kith.vault.PersonKey;
import org.kith.vault.Vault;
import org.kith.vault.VaultStore;
import org.kith.web.problem.FieldError;
import org.kith.web.starting.AwaitedAtStart;

/**
 * Works through files, a row at a time and in their order, so that what came first in a file is first. A row whose referral is
 * stored and whose result is not, because the service was killed between the two, is recognised by the claim it left.
 */
@Singleton
final class Uploading {
    private static final Logger LOG = Logger.getLogger(Uploading.class);
    private static final int AT_ONCE = 50;

    private final UploadStore store;
    private final Receiving receiving;
    private final ReferenceCopy reference;
    private final Vault vault;
    private final VaultStore keys;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<AwaitedAtStart> awaited;
    private final UploadSettings settings;
    private final Vertx vertx;
    private final AtomicBoolean working = new AtomicBoolean();
    private long timer = -1;

    Uploading(
            UploadStore store, Receiving receiving, ReferenceCopy reference, Vault vault, VaultStore keys, ObjectMapper json, Clock clock,
            @All List<AwaitedAtStart> awaited, UploadSettings settings, Vertx vertx) {
        this.store = store;
        this.receiving = receiving;
        this.reference = reference;
        this.vault = vault;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
        this.awaited = awaited;
        this.settings = settings;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(settings.lookedForEvery().toMillis(), _ -> look());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Takes up whatever waits; at once does nothing where it is at work already. */
    void look() {
        // before that the reference data are not all known, and rows would be refused that are right
        if (!awaited.stream().allMatch(AwaitedAtStart::done) || !working.compareAndSet(false, true)) return;
        workThroughAll().onTermination().invoke(() -> working.set(false)).subscribe().with(
                _ -> {},
                failure -> LOG.warnf("a file of referrals is put off: %s", failure.getClass().getSimpleName()));
    }

    private Uni<Void> workThroughAll() {
        return store.take(settings.takenFor()).chain(taken -> taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : keys.key(taken.get().id())
                        .chain(key -> workThrough(taken.get(), key.orElseThrow(() -> new IllegalStateException("a file that is not finished has lost its key"))))
                        .chain(this::workThroughAll));
    }

    private Uni<Void> workThrough(Upload upload, PersonKey key) {
        return store.waiting(upload.id(), AT_ONCE).chain(rows -> rows.isEmpty()
                ? store.finish(upload.id()).invoke(() -> LOG.infof("file %s is finished: %d rows", upload.id(), upload.rows()))
                : Multi.createFrom().iterable(rows)
                        .onItem().transformToUniAndConcatenate(row -> result(upload, row.number(), cells(key, row)).chain(result -> store.done(upload.id(), result)))
                        .collect().last()
                        .chain(() -> store.keepTaken(upload.id(), settings.takenFor()))
                        .chain(() -> workThrough(upload, key)));
    }

    private Uni<RowResult> result(Upload upload, int number, List<String> cells) {
        var now = clock.instant();
        var row = new RowTranslation(upload.columns(), cells, new ReferralCheck(reference.current(), upload.sender(), now));
        var since = new OpeningBalance(row.cells(), row.faults(), reference.current(), now).since(upload.mayBringOver());
        var sender = OpeningBalance.isOne(row.cells()) ? upload.bringingOver() : upload.sender();
        var checked = row.checked();
        if (checked == null || checked.externalReference() == null) return Uni.createFrom().item(RowResult.refused(number, row.faults().errors()));
        var hashes = RowHashes.of(vault, upload.organisation(), checked.programme(), checked.externalReference(), upload.columns(), cells);
        return receiving.receive(checked, since, sender, now, referral -> UploadTables.reference(hashes, upload.id(), number, referral))
                .chain(received -> switch (received) {
                    case Received.Stored(UUID referral) -> Uni.createFrom().item(RowResult.of(number, RowResult.RECEIVED, referral));
                    case Received.AlreadyOpen(UUID referral) -> Uni.createFrom().item(RowResult.of(number, RowResult.ALREADY_REFERRED, referral));
                    case Received.Claimed() -> before(upload.id(), number, hashes);
                    case Received.Impossible(var why) ->
                        Uni.createFrom().item(RowResult.refused(number, List.of(new FieldError(Column.STATUS.title(), why.code(), why.detail()))));
                });
    }

    private Uni<RowResult> before(UUID upload, int number, RowHashes hashes) {
        return store.known(hashes.reference()).map(found -> {
            var known = found.orElseThrow(() -> new IllegalStateException("a claim is never taken back"));
            if (known.upload().equals(upload) && known.row() == number) return RowResult.of(number, RowResult.RECEIVED, known.referral());
            return MessageDigest.isEqual(known.content(), hashes.content())
                    ? RowResult.of(number, RowResult.UNCHANGED, known.referral())
                    : RowResult.changed(number, known.referral());
        });
    }

    /** Bound to its place in the file. */
    static byte[] seal(ObjectMapper json, PersonKey key, CsvFile.Row row) {
        try {
            return key.seal(new UUID(0, row.number()), json.writeValueAsBytes(row.cells()));
        } catch (IOException e) {
            throw new IllegalStateException("cells are text only"); // the cause could quote one
        }
    }

    private List<String> cells(PersonKey key, Upload.Waiting row) {
        try {
            return json.readValue(key.open(new UUID(0, row.number()), row.sealed()), new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("sealed cells of ours cannot be read");
        }
    }
}
