package org.kith.reporting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.kith.reporting.ingesting.EventConsumer;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.rebuilding.ModelRollout;

/** The order in which the service starts: models, projections, events. An invalid model stops it with every error of its files. */
@Singleton
public class Startup {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void start(@Observes StartupEvent event, ActiveProjections projections, ModelRollout rollout, EventConsumer consumer) {
        projections.open().await().atMost(PATIENCE);
        rollout.start();
        consumer.start();
    }

    void stop(@Observes ShutdownEvent event, EventConsumer consumer) {
        consumer.stop();
    }
}
