package org.kith.referral.publishing;

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
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.outreach.domain.Outreach;
import org.kith.referral.outreach.domain.OutreachCommand;
import org.kith.referral.outreach.domain.OutreachFact;
import org.kith.referral.people.domain.PersonCommand;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonFact;
import org.kith.relay.Reconciliation;
import org.kith.referral.sessions.domain.HoldSession;
import org.kith.referral.sessions.domain.SessionFact;
import org.kith.referral.sessions.domain.SupportSession;
import org.kith.referral.safeguarding.domain.Concern;
import org.kith.referral.safeguarding.domain.ConcernCommand;
import org.kith.referral.safeguarding.domain.ConcernFact;
import org.kith.referral.engaging.domain.Engage;
import org.kith.referral.engaging.domain.Engagement;
import org.kith.referral.engaging.domain.EngagementFact;
import org.kith.web.caller.Role;

/** Publishes again what the topic has lost. For operators at the service itself; the gateway routes nothing internal. */
@Path("/internal/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
final class ReconciliationResource {
    private final Reconciliation reconciliation;

    ReconciliationResource(
            Pool pool,
            Broker broker,
            CommandHandler<ReferralCommand, Referral, ReferralFact> referrals,
            CommandHandler<ConcernCommand, Concern, ConcernFact> concerns,
            CommandHandler<Engage, Engagement, EngagementFact> engagements,
            CommandHandler<HoldSession, SupportSession, SessionFact> sessions,
            CommandHandler<PersonCommand, Person, PersonFact> people,
            CommandHandler<OutreachCommand, Outreach, OutreachFact> outreach) {
        this.reconciliation = new Reconciliation(pool, broker.client(), "kith.referral.events", List.of(referrals, engagements, concerns, sessions, people, outreach));
    }

    @POST
    @Blocking
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(hidden = true)
    public Reconciliation.Report reconcile() {
        return reconciliation.run();
    }
}
