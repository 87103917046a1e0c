package org.kith.referral.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Commands of every kind, more often than not one that is possible now; some are said to have happened earlier. */
final class RandomCommands {
    private static final Particulars ABOUT = new Particulars(
            UUID.fromString("0199aaaa-0000-7000-8000-000000000001"), UUID.fromString("0199aaaa-0000-7000-8000-000000000002"),
            "improving-lives", "locality-1", null);
    private static final List<UUID> IDS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    private static final int TRIES = 6;

    private final Random random;
    private final List<Function<Instant, ReferralCommand>> kinds;

    RandomCommands(Random random) {
        this.random = random;
        this.kinds = List.of(
                this::receive, this::bringOver, ReferralCommand.Accept::new, ReferralCommand.Chase::new, ReferralCommand.GiveUp::new,
                at -> new ReferralCommand.Decline("no-capacity", at),
                at -> new ReferralCommand.PutOnWaitingList("no-capacity", at), at -> new ReferralCommand.PauseWaiting("away", at), ReferralCommand.ResumeWaiting::new,
                at -> new ReferralCommand.AllocateByArea(random.nextBoolean() ? List.of() : List.of(new WorkerInPost("worker-1", 50)), at),
                at -> new ReferralCommand.AllocateByChoice("worker-" + random.nextInt(3), "workload", at),
                at -> new ReferralCommand.Disengage("away", at), at -> new ReferralCommand.Close("goals-met", at),
                at -> new ReferralCommand.Cancel("no-longer-needed", at),
                at -> new ReferralCommand.SuspectDuplicate(random.nextInt(5) == 0 ? ABOUT.referral() : id(), at), ReferralCommand.ConfirmDuplicate::new,
                ReferralCommand.DismissDuplicate::new, at -> new ReferralCommand.Reopen("came-back", at),
                at -> new ReferralCommand.EnterInError("wrong-person", IDS, at),
                at -> new ReferralCommand.GiveConsent(scope(), "verbal", null, at), at -> new ReferralCommand.WithdrawConsent(scope(), "verbal", "parent", at),
                at -> new SupportCommand.HoldContact("phone", 25, "one", null, at), at -> new SupportCommand.AttemptContact("phone", at),
                at -> new SupportCommand.MissContact("phone", at), at -> new SupportCommand.CancelContact("phone", "person", at),
                at -> new SupportCommand.Assess("phone", List.of("housing"), false, "yes", "retired", List.of(new SupportCommand.Item("housing", "worker")), at),
                at -> new SupportCommand.AgreeGoal(id(), "social", at), at -> new SupportCommand.ReviewGoal(id(), "met", at),
                at -> new SupportCommand.GiveSupport("recovery", "express-needs", null, true, at),
                at -> new SupportCommand.Represent("landlord", new ReferralCommand.Consent("verbal", at), at),
                at -> new SupportCommand.Accompany("group-1", at), at -> new SupportCommand.Signpost("group", destination(), at),
                at -> new SupportCommand.ReferOnward(id(), "advice", destination(), true, null, at), at -> new SupportCommand.ReportUnmetNeed("transport", at),
                at -> new SupportCommand.ReportServiceUse(List.of("library"), at),
                at -> new SupportCommand.AnswerOnward(id(), "accepted", at),
                at -> new SupportCommand.FollowUp("group", destination(), TakeUp.values()[1 + random.nextInt(3)], at));
    }

    ReferralCommand next(SimpleReferral model, Instant at) {
        var candidates = new ArrayList<ReferralCommand>();
        for (int i = 0; i < TRIES; i++) candidates.add(kinds.get(random.nextInt(kinds.size())).apply(saidToBe(model.referredAt(), at)));
        if (random.nextInt(3) == 0) return candidates.getFirst();
        return candidates.stream().filter(command -> model.copy().does(command)).findFirst().orElse(candidates.getFirst());
    }

    /** Mostly now; else at any time before, or within two minutes of the referral. */
    private Instant saidToBe(Instant referredAt, Instant now) {
        return switch (random.nextInt(8)) {
            case 0 -> now.minus(Duration.ofHours(random.nextInt(1_500)));
            case 1 -> referredAt.plusSeconds(random.nextInt(-120, 120));
            default -> now;
        };
    }

    private ReferralCommand bringOver(Instant at) {
        var steps = new ArrayList<ReferralCommand>();
        for (int i = random.nextInt(4); i > 0; i--) steps.add(kinds.get(2 + random.nextInt(kinds.size() - 2)).apply(saidToBe(at, at)));
        if (random.nextBoolean()) steps.addFirst(new ReferralCommand.Accept(at));
        return new ReferralCommand.BringOver(receive(at), steps);
    }

    private ReferralCommand.Receive receive(Instant at) {
        boolean safeguarding = random.nextInt(4) == 0;
        return new ReferralCommand.Receive(
                ABOUT, "partner-one", "primary-care", List.of("debt"), new Characteristics("65-74", "female", "not-asked"), "rest", safeguarding,
                random.nextBoolean() ? new ReferralCommand.Consent("verbal", at) : null, random.nextInt(5) == 0 ? id() : null, at);
    }

    private UUID id() {
        return IDS.get(random.nextInt(IDS.size()));
    }

    private Consents.Scope scope() {
        return switch (random.nextInt(4)) {
            case 0 -> new Consents.Scope(null, null);
            case 1 -> new Consents.Scope(Consents.TELL_REFERRER, null);
            case 2 -> new Consents.Scope(Consents.SHARE, null);
            default -> new Consents.Scope(Consents.SHARE, destination());
        };
    }

    private String destination() {
        return "group-" + random.nextInt(2);
    }
}
