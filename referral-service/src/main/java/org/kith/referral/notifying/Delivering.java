package org.kith.referral.notifying;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.referral.timing.RegularLook;

/** Looks again and again for what is to be told, and has it sent: to many endpoints at once, so that a slow one keeps nobody waiting. */
@Singleton
final class Delivering {
    private static final Logger LOG = Logger.getLogger(Delivering.class);
    private static final int ENDPOINTS_AT_ONCE = 32;

    private final NoticeStore notices;
    private final DueStore due;
    private final EndpointDelivery delivery;
    private final NotifyingSettings settings;
    /** Endpoints whose turn it is here: no second one of the same begins, also where the first took longer than its time. */
    private final Set<UUID> telling = ConcurrentHashMap.newKeySet();
    private @Nullable Cancellable looking;

    Delivering(NoticeStore notices, DueStore due, EndpointDelivery delivery, NotifyingSettings settings) {
        this.notices = notices;
        this.due = due;
        this.delivery = delivery;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        looking = RegularLook.every(settings.lookEvery(), "what is to be told", this::look);
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (looking != null) looking.cancel();
    }

    private Uni<Void> look() {
        return notices.any().chain(any -> any ? tell() : Uni.createFrom().voidItem())
                .chain(() -> due.take(Math.max(0, ENDPOINTS_AT_ONCE - telling.size()), telling, lease()))
                .invoke(this::send)
                .replaceWithVoid();
    }

    private Uni<Void> tell() {
        return notices.deliver().chain(done -> done < NoticeStore.AT_ONCE ? Uni.createFrom().voidItem() : tell());
    }

    /** Nobody waits for it: each goes on by itself. */
    private void send(List<DueStore.Taken> taken) {
        for (var one : taken) {
            telling.add(one.endpoint());
            Uni.createFrom().deferred(() -> delivery.send(one, lease()))
                    .onTermination().invoke(() -> telling.remove(one.endpoint()))
                    .subscribe().with(_ -> {}, failure -> LOG.warnf("an endpoint's deliveries go on later: %s", failure.toString()));
        }
    }

    /** Longer than all that is done before it is taken anew. */
    private Duration lease() {
        return settings.timeout().plusSeconds(15);
    }
}
