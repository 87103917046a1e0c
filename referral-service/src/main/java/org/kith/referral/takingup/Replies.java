package org.kith.referral.takingup;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Outcome;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Course;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.ReferralRejection;
import org.kith.referral.domain.SupportCommand.FollowUp;
import org.kith.referral.domain.TakeUp;
import org.kith.referral.steps.StepRows;
import org.kith.referral.takingup.Signposts.Signpost;
import org.kith.web.checking.Shapes;
import org.kith.web.correlation.Correlation;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** What can be read and said at an address. */
@Singleton
final class Replies {
    /** What the events of a reply name as who said so, before the reference of the group. */
    private static final String ACTOR = "signposted-to:";

    private final Links links;
    private final Signposts signposts;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final ReferenceCopy reference;
    private final Correlation correlation;
    private final Clock clock;

    Replies(
            Links links, Signposts signposts, CommandHandler<ReferralCommand, Referral, ReferralFact> handler, ReferenceCopy reference, Correlation correlation,
            Clock clock) {
        this.links = links;
        this.signposts = signposts;
        this.handler = handler;
        this.reference = reference;
        this.correlation = correlation;
        this.clock = clock;
    }

    /** @param group what it calls itself, else by which reference the worker knows it */
    record Asked(String group, LocalDate signpostedOn, Instant until) {}

    /** @return fails with a problem: 404 no such address, 410 it has ended */
    Uni<Asked> asked(String link) {
        var opened = open(link);
        return find(opened).map(signpost -> new Asked(
                reference.current().nameOf(signpost.destination()).orElse(signpost.destination()), LocalDate.ofInstant(signpost.at(), Shapes.LONDON), opened.until()));
    }

    /**
     * To say the same again changes nothing.
     *
     * @return fails with a problem: 404 no such address, 409 it contradicts what was said, 410 it has ended
     */
    Uni<Void> say(String link, TakeUp stage) {
        var opened = open(link);
        var now = clock.instant();
        var correlationId = correlation.id();
        return find(opened).chain(signpost -> {
            var actor = ACTOR + signpost.destination();
            var stream = handler.family().stream(opened.referral());
            return handler.handle(
                    stream, new FollowUp(signpost.kind(), signpost.destination(), stage, now), CommandContext.of(actor, correlationId, now),
                    new StepRows(actor, now, null, null)).chain(outcome -> switch (outcome) {
                        case Outcome.Appended<Referral> _ -> Uni.createFrom().voidItem();
                        case Outcome.Rejected<Referral>(var why) when why == ReferralRejection.ALREADY_TAKEN_UP -> handler.load(stream).invoke(known -> mustAgree(
                                known.state(), signpost, stage)).replaceWithVoid();
                        case Outcome.Rejected<Referral>(var why) when why == ReferralRejection.NOT_ATTENDED_YET -> throw Problems.conflict(why.code(), why.detail());
                        case Outcome.Rejected<Referral> _ -> throw ended();
                        case Outcome.StaleVersion<Referral> _,Outcome.ClaimTaken<Referral> _ ->
                            throw Problems.unavailable("Others change the same thing at this moment. Try again.", Duration.ofSeconds(1));
                    });
        });
    }

    private Links.Link open(String link) {
        var opened = links.open(link).orElseThrow(() -> new ProblemException(Problem.of(
                404, "no-such-link", "There is no such address", "It was cut short or changed on its way: ask who gave it to you for another one.")));
        if (clock.instant().isAfter(opened.until())) throw ended();
        return opened;
    }

    private Uni<Signpost> find(Links.Link link) {
        return signposts.askedAbout(link).map(found -> found.orElseThrow(Replies::ended));
    }

    /** Who came is not said not to have come. */
    private static void mustAgree(Referral state, Signpost signpost, TakeUp said) {
        var known = state instanceof Referral.Known referral
                ? referral.course().takeUp().getOrDefault(new Course.Signposting(signpost.kind(), signpost.destination()), TakeUp.SIGNPOSTED)
                : TakeUp.SIGNPOSTED;
        if (said == TakeUp.DID_NOT_COME && known != TakeUp.DID_NOT_COME)
            throw Problems.conflict(ReferralRejection.ALREADY_TAKEN_UP.code(), "It was said before that they came.");
    }

    private static ProblemException ended() {
        return new ProblemException(
                Problem.of(410, "link-ended", "Nothing is asked here any more", "The address has ended. If you want to tell something, speak to who gave it to you."));
    }
}
