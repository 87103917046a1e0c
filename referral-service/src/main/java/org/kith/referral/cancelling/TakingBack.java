package org.kith.referral.cancelling;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kith.referral.domain.Phase;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand.Cancel;
import org.kith.referral.domain.ReferralCommand.EnterInError;
import org.kith.referral.people.Matching;
import org.kith.referral.reading.Referrals;
import org.kith.referral.steps.Steps;
import org.kith.referral.storage.ReferralView;
import org.kith.web.caller.Caller;
import org.kith.web.command.Answering;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Takes back what a message names. */
@Singleton
public final class TakingBack {
    public static final String REASONS = "cancellation-reason";
    public static final String ERRORS = "entered-in-error-reason";
    /** Where a standard has no place for the reason. */
    public static final String NOT_STATED = "not-stated";
    private static final int NOT_FOUND = 404;

    private final Referrals referrals;
    private final Steps steps;
    private final Commands commands;
    private final Matching matching;
    private final Pool pool;

    TakingBack(Referrals referrals, Steps steps, Commands commands, Matching matching, Pool pool) {
        this.referrals = referrals;
        this.steps = steps;
        this.commands = commands;
        this.matching = matching;
        this.pool = pool;
    }

    /**
     * @param unknown where the sender has no such referral, which is told apart from another's by nobody
     * @return as answered; fails with a problem: {@code unknown}, 403 another organisation referred, 409 not possible now, 422 before the referral
     */
    public Uni<Response> cancel(NamedReferral named, String reason, Happened happened, Asked asked, Answering<Referral> answering, ProblemException unknown) {
        return taken(named, happened, asked, unknown, referral -> steps.take(referral, asked, answering, view -> {
            mustBeFrom(asked.caller(), view);
            return new Cancel(reason, happened.at());
        }));
    }

    /** It should never have been sent. The same, but 409 once the programme has answered it: what others recorded since is not the sender's to void. */
    public Uni<Response> enterInError(NamedReferral named, String reason, Happened happened, Asked asked, Answering<Referral> answering, ProblemException unknown) {
        return taken(named, happened, asked, unknown, referral -> steps.takeBack(referral, asked, answering, (view, events) -> {
            mustBeFrom(asked.caller(), view);
            if (!view.phase.equals(Phase.AWAITING_REPLY.code()))
                throw Problems.conflict("already-answered", "The programme has answered this referral: cancel it, or ask the programme to enter it in error.");
            return new EnterInError(reason, events, happened.at());
        }));
    }

    /** @throws ProblemException 403 */
    static void mustBeFrom(Caller caller, ReferralView view) {
        if (!view.organisation.equals(caller.organisation())) throw Problems.forbidden("Only who referred takes a referral back: decline or close it.");
    }

    /** What was done under the request's key before is answered as before, although the referral is open no more. */
    private Uni<Response> taken(NamedReferral named, Happened happened, Asked asked, ProblemException unknown, Function<UUID, Uni<Response>> taking) {
        return find(named, asked.caller())
                .chain(found -> taking.apply(found.orElseThrow(() -> unknown)))
                .onFailure(ProblemException.class).recoverWithUni(failure -> commands.before(asked, happened.told((ProblemException) failure)));
    }

    private Uni<Optional<UUID>> find(NamedReferral named, Caller caller) {
        var referral = named.referral();
        if (referral == null) return under(named, caller);
        return referrals.seenBy(caller, referral).map(view -> Optional.of(view.referral))
                .onFailure(failure -> failure instanceof ProblemException problem && problem.problem().status() == NOT_FOUND)
                .recoverWithUni(() -> under(named, caller));
    }

    private Uni<Optional<UUID>> under(NamedReferral named, Caller caller) {
        var who = named.who();
        var programme = named.programme();
        var reference = named.reference();
        if (who.isEmpty() || programme == null || reference == null) return Uni.createFrom().item(Optional.empty());
        var organisation = Objects.requireNonNull(caller.organisation(), "who has none was refused before");
        var hash = matching.reference(organisation, programme.strip(), reference.strip(), who.get());
        return pool.preparedQuery("SELECT referral FROM referral_reference WHERE hash = $1")
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next().getUUID(0)));
    }
}
