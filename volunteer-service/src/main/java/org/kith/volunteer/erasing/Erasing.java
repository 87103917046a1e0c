package org.kith.volunteer.erasing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kith.vault.Access;
import org.kith.vault.ErasureLedger;
import org.kith.vault.VaultStore;

/** Destroys people's keys: in the ledger first, so that neither a crash half-way nor a restored backup brings them back. */
@Singleton
public final class Erasing {
    private static final UUID AT_START = new UUID(0, 0);

    private final VaultStore vault;
    private final ErasureLedger ledger;
    private final Clock clock;

    Erasing(VaultStore vault, ErasureLedger ledger, Clock clock) {
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
    }

    Uni<Void> erase(Access access) {
        return onWorker(() -> {
            ledger.record(access.person(), clock.instant(), access.actor());
            return access;
        })
                .chain(vault::destroy);
    }

    /** Erases whoever is in the ledger and still has a key: those whom a restored backup brought back. */
    Uni<Void> eraseAgain() {
        return onWorker(ledger::people).chain(people -> vault.stillThere(List.copyOf(people))).chain(this::destroyAll);
    }

    private Uni<Void> destroyAll(List<UUID> people) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var person : people) {
            var access = new Access(person, "erasure-ledger", "volunteer-service", null, AT_START);
            all = all.chain(() -> vault.destroy(access));
        }
        return all;
    }

    /** The ledger is a file: never on an event loop. */
    private static <T> Uni<T> onWorker(Blocking<T> work) {
        return Uni.createFrom().item(() -> {
            try {
                return work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private interface Blocking<T> {
        T run() throws IOException;
    }
}
