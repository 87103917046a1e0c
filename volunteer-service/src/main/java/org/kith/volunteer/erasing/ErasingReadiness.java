package org.kith.volunteer.erasing;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while somebody who was erased could still be read. */
@Readiness
@ApplicationScoped
class ErasingReadiness implements HealthCheck {
    private final ErasedElsewhere erased;

    ErasingReadiness(ErasedElsewhere erased) {
        this.erased = erased;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("erasures").status(erased.caughtUp()).build();
    }
}
