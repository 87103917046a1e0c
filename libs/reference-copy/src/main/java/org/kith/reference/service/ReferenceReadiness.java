package org.kith.reference.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kith.reference.ReferenceCopy;

/** Not ready before the directory's events are known: requests would be refused for programmes that exist. */
@Readiness
@ApplicationScoped
class ReferenceReadiness implements HealthCheck {
    private final ReferenceCopy copy;

    ReferenceReadiness(ReferenceCopy copy) {
        this.copy = copy;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reference data").status(copy.caughtUp()).build();
    }
}
