package org.kith.referral.outreach.entries;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.StoredEvent;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.outreach.domain.Kind;
import org.kith.referral.outreach.domain.Outreach;
import org.kith.referral.outreach.domain.OutreachCommand;
import org.kith.referral.outreach.domain.OutreachCommand.EnterInError;
import org.kith.referral.outreach.domain.OutreachCommand.RecordOutreach;
import org.kith.referral.outreach.domain.OutreachFact;
import org.kith.referral.steps.Coded;
import org.kith.web.caller.Caller;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** Entries of every kind: recorded, read by who may, and said to be in error. */
@Singleton
public final class Entries {
    private final CommandHandler<OutreachCommand, Outreach, OutreachFact> handler;
    private final EventStore store;
    private final Commands commands;
    private final ReferenceCopy reference;
    private final Mutiny.SessionFactory sessions;

    Entries(
            CommandHandler<OutreachCommand, Outreach, OutreachFact> handler, EventStore store, Commands commands, ReferenceCopy reference,
            Mutiny.SessionFactory sessions) {
        this.handler = handler;
        this.store = store;
        this.commands = commands;
        this.reference = reference;
        this.sessions = sessions;
    }

    /** @param address of this kind of entry, with a slash at its end */
    public Uni<Response> record(RecordOutreach command, Asked asked, String address) {
        var id = command.where().entry();
        return commands.create(
                handler, handler.family().stream(id), command, asked,
                (state, version, events) -> EntryTables.show(state, version, events.size()), Answers.created(address + id, id.toString()));
    }

    /** @return fails with a 404 problem where there is none of that kind, or where it is not the caller's to see */
    public Uni<EntryRow> seenBy(Caller caller, Kind kind, UUID id) {
        return sessions.withSession(session -> session.find(EntryRow.class, id.toString())).map(row -> {
            if (row == null || !row.kind.equals(kind.code())) throw Problems.notFound();
            caller.mustSee(row.programme, row.provider);
            return row;
        });
    }

    public Uni<RestResponse<EntryAnswer>> read(Caller caller, Kind kind, UUID id) {
        return seenBy(caller, kind, id).map(row -> RestResponse.ResponseBuilder.ok(EntryAnswer.of(row))
                .header(HttpHeaders.ETAG, ETags.of(row.version))
                .build());
    }

    public Uni<Page<EntryAnswer>> list(Kind kind, Listing asked) {
        return sessions.withSession(session -> session
                .createSelectionQuery(
                        """
                        from EntryRow where kind = :kind and programme in :programmes and (:area = '' or area = :area)
                          and (:anyDay = true or day = :day) and id > :after order by id""",
                        EntryRow.class)
                .setParameter("kind", kind.code())
                .setParameter("programmes", asked.programmes())
                .setParameter("area", asked.area())
                .setParameter("anyDay", asked.day() == null)
                .setParameter("day", asked.day() == null ? LocalDate.EPOCH : asked.day())
                .setParameter("after", asked.page().after())
                .setMaxResults(asked.page().fetch())
                .getResultList())
                .map(rows -> asked.page().page(rows, EntryAnswer::of, row -> row.id));
    }

    /** Nothing of the entry counts any longer; that it was made, and why it was wrong, stays. */
    public Uni<Response> enterInError(Caller caller, Kind kind, UUID id, ErrorRequest sent, Asked asked) {
        var invalid = new Invalid();
        var reason = Coded.required(invalid, reference.current(), "reason", "entered-in-error-reason", sent.reason());
        invalid.throwIfAny();
        var stream = handler.family().stream(id);
        return seenBy(caller, kind, id).chain(() -> store.read(stream)).chain(events -> commands.handle(
                handler, stream, new EnterInError(reason, events.stream().map(StoredEvent::id).toList(), asked.now()), asked,
                (state, version, added) -> EntryTables.show(state, version, added.size()), Answers.done(id.toString())));
    }
}
