package org.kith.directory.partners;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kith.directory.checking.Lookups;
import org.kith.directory.partners.domain.Partner;
import org.kith.directory.partners.domain.PartnerCommand;
import org.kith.directory.partners.domain.PartnerDecider;
import org.kith.directory.partners.domain.PartnerFact;
import org.kith.directory.partners.domain.PartnerKind;
import org.kith.directory.partners.domain.PartnerRejection;
import org.kith.directory.practices.PracticeRow;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;
import org.kith.web.command.Answer;
import org.kith.web.command.Answering;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/**
 * Every change is decided and committed first, and from then on holds for Kith; then the identity provider and the gateway's door are
 * brought to it, which may be repeated. The answer that is stored under an Idempotency-Key has no secret in it: each time it is
 * given, the secret is derived again.
 */
@Singleton
public class Onboarding {
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(1);
    private static final int CONFLICT = 409;
    private static final String ADDRESS = "/api/partners/";

    private final CommandHandler<PartnerCommand, Partner, PartnerFact> handler;
    private final Commands commands;
    private final Lookups lookups;
    private final Mutiny.SessionFactory sessions;
    private final PartnerSecrets secrets;
    private final IdentityProvider identityProvider;
    private final Doorkeepers doorkeepers;
    private final PartnerStore partners;

    Onboarding(
            EventStore store, Commands commands, Lookups lookups, Mutiny.SessionFactory sessions, PartnerSecrets secrets,
            IdentityProvider identityProvider, Doorkeepers doorkeepers, PartnerStore partners) {
        this.handler = new CommandHandler<>(store, new Partners(), new PartnerDecider());
        this.commands = commands;
        this.lookups = lookups;
        this.sessions = sessions;
        this.secrets = secrets;
        this.identityProvider = identityProvider;
        this.doorkeepers = doorkeepers;
        this.partners = partners;
    }

    Uni<Response> onboard(PartnerRequest sent, Asked asked) {
        requireKey(asked);
        return lookups.areas(sent.programmes(asked.caller().programmes()))
                .chain(areas -> practiceKnown(sent).chain(known -> onboard(sent, areas, known, asked)))
                .chain(answered -> finish(idOf(answered)).chain(state -> credentials(answered, state)));
    }

    private Uni<Response> onboard(PartnerRequest sent, Map<String, Set<String>> areas, boolean practiceKnown, Asked asked) {
        var id = UuidV7.at(asked.now());
        var command = sent.command(id, areas, practiceKnown, asked);
        Companions<Partner> rows = (state, version, events) -> {
            var all = new ArrayList<>(Partners.show(state, version, events.size()));
            all.add(Partners.claim(command.details()));
            return all;
        };
        Answering<Partner> answering = (state, version, _) -> Answer.created(ADDRESS + id, version, body(state));
        return handler.create(handler.family().stream(id), command, asked.context(), commands.companions(asked, rows, answering))
                .map(Onboarding::refuseKnown)
                .chain(outcome -> commands.respond(asked, outcome, answering));
    }

    private Uni<Boolean> practiceKnown(PartnerRequest sent) {
        var code = sent.practice();
        if (code == null || code.indexOf('\0') >= 0) return Uni.createFrom().item(false);
        return sessions.withSession(session -> session.find(PracticeRow.class, code)).map(Objects::nonNull);
    }

    private static Outcome<Partner> refuseKnown(Outcome<Partner> outcome) {
        return outcome instanceof Outcome.ClaimTaken<Partner>(var table) && table.equals(Partners.CODES)
                ? new Outcome.Rejected<>(PartnerRejection.ALREADY_ONBOARDED)
                : outcome;
    }

    Uni<Response> rotate(UUID id, PartnerCommand.Rotate command, Asked asked) {
        requireKey(asked);
        return decide(id, command, asked).chain(answered -> finish(idOf(answered)).chain(state -> credentials(answered, state)));
    }

    /** What is so already is refused, and finished all the same: the request before may have been cut short. */
    Uni<Response> change(UUID id, PartnerCommand command, Asked asked) {
        return decide(id, command, asked)
                .onFailure(Onboarding::isConflict).recoverWithUni(conflict -> finish(id.toString()).chain(() -> Uni.createFrom().<Response>failure(conflict)))
                .chain(answered -> finish(id.toString()).replaceWith(answered));
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof ProblemException problem && problem.problem().status() == CONFLICT;
    }

    private Uni<Response> decide(UUID id, PartnerCommand command, Asked asked) {
        return sessions.withSession(session -> session.find(PartnerRow.class, id.toString()))
                .invoke(row -> {
                    if (row == null) throw Problems.notFound();
                })
                .chain(() -> commands.handle(
                        handler, handler.family().stream(id), command, asked,
                        (state, version, events) -> Partners.show(state, version, events.size()),
                        (state, version, _) -> Answer.done(version, body(state))));
    }

    /** Brings identity provider and door to what is committed now, which may be more than this request did. */
    private Uni<Partner.Known> finish(String id) {
        return partners.state()
                .invoke(doorkeepers::changed)
                .chain(now -> doorkeepers.known(now, AT_THE_DOOR))
                .chain(() -> identity(id));
    }

    /** Of two who change it at once, whoever is last at the identity provider looks whether it was told the latest. */
    private Uni<Partner.Known> identity(String id) {
        var stream = handler.family().stream(id);
        return handler.load(stream).chain(before -> identity((Partner.Known) before.state())
                .chain(() -> handler.load(stream))
                .chain(after -> after.version() == before.version() ? Uni.createFrom().item((Partner.Known) before.state()) : identity(id)));
    }

    private Uni<Void> identity(Partner.Known state) {
        var details = state.details();
        if (details.kind() != PartnerKind.SYSTEM) return Uni.createFrom().voidItem();
        return identityProvider.make(
                new PartnerClient(details, secrets.of(details, state.credentials().generation()), state instanceof Partner.Active));
    }

    /** @param answered of which generation is told: a retry is given the same one, whatever has been rotated since */
    private Uni<Response> credentials(Response answered, Partner.Known state) {
        var details = state.details();
        boolean system = details.kind() == PartnerKind.SYSTEM;
        int generation = answer(answered).getInteger("generation");
        var shown = new Credentialed(
                details.partner(), details.kind().code(), generation, system ? details.client() : null, system ? identityProvider.tokens() : null,
                system ? null : "/webhooks/practices/" + details.code(), secrets.of(details, generation));
        return Uni.createFrom().item(Response.fromResponse(answered)
                .entity(shown)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    private static String idOf(Response answered) {
        return answer(answered).getString("id");
    }

    private static JsonObject answer(Response answered) {
        return new JsonObject((String) answered.getEntity());
    }

    private static String body(Partner state) {
        var known = (Partner.Known) state;
        return "{\"id\":\"%s\",\"generation\":%d}".formatted(known.details().partner(), known.credentials().generation());
    }

    private static void requireKey(Asked asked) {
        if (asked.key() == null)
            throw Problems.unreadable("idempotency-key-required", "Send an Idempotency-Key: with it, an answer that was lost can be had again.");
    }
}
