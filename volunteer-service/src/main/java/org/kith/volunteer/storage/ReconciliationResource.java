package org.kith.volunteer.storage;

import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.relay.Reconciliation;
import org.kith.volunteer.domain.VolunteerDecider;
import org.kith.web.caller.Role;

/** Publishes again what the topic has lost. For operators at the service itself; the gateway routes nothing internal. */
@Path("/internal/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {
    private final Reconciliation reconciliation;

    ReconciliationResource(EventStore store, Pool pool, Broker broker) {
        this.reconciliation = new Reconciliation(pool, broker.client(), "kith.volunteer.events", List.of(
                new CommandHandler<>(store, new Volunteers(), new VolunteerDecider())));
    }

    @POST
    @Blocking
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(hidden = true)
    public Reconciliation.Report reconcile() {
        return reconciliation.run();
    }
}
