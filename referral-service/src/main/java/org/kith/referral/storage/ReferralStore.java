package org.kith.referral.storage;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralDecider;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.outreach.domain.Outreach;
import org.kith.referral.outreach.domain.OutreachCommand;
import org.kith.referral.outreach.domain.OutreachDecider;
import org.kith.referral.outreach.domain.OutreachFact;
import org.kith.referral.outreach.entries.EntryTables;
import org.kith.referral.outreach.publishing.OutreachFamily;
import org.kith.referral.notifying.Notices;
import org.kith.referral.people.SamePerson;
import org.kith.referral.people.Standing;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonCommand;
import org.kith.referral.people.domain.PersonDecider;
import org.kith.referral.people.domain.PersonFact;
import org.kith.referral.publishing.PersonFamily;
import org.kith.referral.publishing.ConcernFamily;
import org.kith.referral.engaging.Engagements;
import org.kith.referral.engaging.domain.Engage;
import org.kith.referral.engaging.domain.Engagement;
import org.kith.referral.engaging.domain.EngagementDecider;
import org.kith.referral.engaging.domain.EngagementFact;
import org.kith.referral.publishing.EngagementFamily;
import org.kith.referral.publishing.ReferralFamily;
import org.kith.referral.safeguarding.Concerns;
import org.kith.referral.safeguarding.domain.Concern;
import org.kith.referral.safeguarding.domain.ConcernCommand;
import org.kith.referral.safeguarding.domain.ConcernDecider;
import org.kith.referral.safeguarding.domain.ConcernFact;
import org.kith.referral.publishing.SessionFamily;
import org.kith.referral.sessions.Sessions;
import org.kith.referral.sessions.domain.HoldSession;
import org.kith.referral.sessions.domain.SessionDecider;
import org.kith.referral.sessions.domain.SessionFact;
import org.kith.referral.sessions.domain.SupportSession;
import org.kith.referral.uploading.UploadTables;
import org.kith.vault.VaultTables;
import org.kith.web.idempotency.IdempotencyKeys;

/** The event store with every table whose rows go into the commit of events, and a handler for each family of streams. */
@Singleton
class ReferralStore {

    /** A replay, of a request or of a file's row, is told before a taken reference, and that before a person who is known already. */
    @Produces
    @Singleton
    EventStore open(Vertx vertx, Pool pool) {
        return EventStore.on(vertx, pool)
                .companions(
                        IdempotencyKeys.TABLE, UploadTables.REFERENCE, Tables.REFERENCE, VaultTables.IDENTIFIER, VaultTables.KEY, Tables.FILE,
                        Tables.PROGRESS, Tables.PROGRESS_SUPERSEDED, Tables.REFERENCE_RELEASED, History.TABLE, Notices.TABLE, Sessions.TABLE, Engagements.TABLE, Concerns.NOTE,
                        Concerns.REGISTER.shown(), Concerns.REGISTER.superseded(), EntryTables.ENTRY.shown(),
                        EntryTables.ENTRY.superseded(), EntryTables.PERSON, Standing.REGISTER.shown(),
                        Standing.REGISTER.superseded(), SamePerson.MERGED, SamePerson.UNMERGED)
                .build();
    }

    void close(@Disposes EventStore store) {
        store.close();
    }

    @Produces
    @Singleton
    CommandHandler<ReferralCommand, Referral, ReferralFact> referrals(EventStore store) {
        return new CommandHandler<>(store, new ReferralFamily(), new ReferralDecider());
    }

    @Produces
    @Singleton
    CommandHandler<HoldSession, SupportSession, SessionFact> sessions(EventStore store) {
        return new CommandHandler<>(store, new SessionFamily(), new SessionDecider());
    }

    @Produces
    @Singleton
    CommandHandler<ConcernCommand, Concern, ConcernFact> concerns(EventStore store) {
        return new CommandHandler<>(store, new ConcernFamily(), new ConcernDecider());
    }

    @Produces
    @Singleton
    CommandHandler<Engage, Engagement, EngagementFact> engagements(EventStore store) {
        return new CommandHandler<>(store, new EngagementFamily(), new EngagementDecider());
    }

    @Produces
    @Singleton
    CommandHandler<PersonCommand, Person, PersonFact> people(EventStore store) {
        return new CommandHandler<>(store, new PersonFamily(), new PersonDecider());
    }

    @Produces
    @Singleton
    CommandHandler<OutreachCommand, Outreach, OutreachFact> outreach(EventStore store) {
        return new CommandHandler<>(store, new OutreachFamily(), new OutreachDecider());
    }
}
