package org.kith.directory.storage;

import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kith.directory.codelists.CodeLists;
import org.kith.directory.codelists.domain.CodeListDecider;
import org.kith.directory.funding.Funds;
import org.kith.directory.funding.domain.FundDecider;
import org.kith.directory.groups.Groups;
import org.kith.directory.groups.domain.GroupDecider;
import org.kith.directory.organisations.Organisations;
import org.kith.directory.organisations.domain.OrganisationDecider;
import org.kith.directory.partners.Partners;
import org.kith.directory.partners.domain.PartnerDecider;
import org.kith.directory.posts.Posts;
import org.kith.directory.posts.domain.PostDecider;
import org.kith.directory.practices.Practices;
import org.kith.directory.practices.domain.PracticeDecider;
import org.kith.directory.programmes.Programmes;
import org.kith.directory.programmes.domain.ProgrammeDecider;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.relay.Reconciliation;
import org.kith.web.caller.Role;

/** Publishes again what the topic has lost. For operators at the service itself; the gateway routes nothing internal. */
@Path("/internal/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {
    private final Reconciliation reconciliation;

    ReconciliationResource(EventStore store, Pool pool, Broker broker) {
        this.reconciliation = new Reconciliation(pool, broker.client(), "kith.directory.events", List.of(
                new CommandHandler<>(store, new Programmes(), new ProgrammeDecider()),
                new CommandHandler<>(store, new CodeLists(), new CodeListDecider()),
                new CommandHandler<>(store, new Practices(), new PracticeDecider()),
                new CommandHandler<>(store, new Organisations(), new OrganisationDecider()),
                new CommandHandler<>(store, new Groups(), new GroupDecider()),
                new CommandHandler<>(store, new Funds(), new FundDecider()),
                new CommandHandler<>(store, new Posts(), new PostDecider()),
                new CommandHandler<>(store, new Partners(), new PartnerDecider())));
    }

    @POST
    @Blocking
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(hidden = true)
    public Reconciliation.Report reconcile() {
        return reconciliation.run();
    }
}
