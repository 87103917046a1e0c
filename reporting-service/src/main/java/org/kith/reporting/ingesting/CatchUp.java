package org.kith.reporting.ingesting;

import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only once every partition has been read to where it ended when this process started, by whichever process reads it. */
@Default
@Readiness
@Singleton
public class CatchUp implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final Map<TopicPartition, Long> behind = new ConcurrentHashMap<>();
    private volatile boolean aimed;

    CatchUp(Positions positions) {
        this.positions = positions;
    }

    void aimAt(Map<TopicPartition, Long> ends) {
        behind.putAll(ends);
        aimed = true;
    }

    void look() {
        if (behind.isEmpty()) return;
        var reached = positions.all().await().atMost(PATIENCE);
        behind.entrySet().removeIf(end -> reached.containsKey(end.getKey()) && reached.get(end.getKey()).next() >= end.getValue());
    }

    public boolean reached() {
        return aimed && behind.isEmpty();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events read to their end at the start")
                .status(reached())
                .withData("partitions-behind", behind.size())
                .build();
    }
}
