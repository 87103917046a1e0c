package org.kith.web.starting;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kith.web.problem.Problems;
import org.kith.web.problem.RoutedProblems;

/**
 * Puts requests off until all that is awaited is done. The port opens before that, and whoever asks then would be refused for a
 * programme that exists, or shown a person who was erased.
 */
@Singleton
@Readiness
public final class StartGate implements HealthCheck {
    private static final int AFTER_CORRELATION = 9_500;
    private static final String HEALTH = "/q/";
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final List<AwaitedAtStart> awaited;
    private final RoutedProblems problems;
    private volatile boolean open;

    StartGate(@All List<AwaitedAtStart> awaited, RoutedProblems problems) {
        this.awaited = awaited;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORRELATION);
    }

    private void check(RoutingContext context) {
        if (isOpen() || context.normalizedPath().startsWith(HEALTH)) context.next();
        else problems.endUnread(context, Problems.unavailable("The service is starting. Send the request again.", RETRY));
    }

    private boolean isOpen() {
        if (!open) open = awaited.stream().allMatch(AwaitedAtStart::done);
        return open;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("awaited at start").status(isOpen());
        awaited.forEach(one -> answer.withData(one.name(), one.done()));
        return answer.build();
    }
}
