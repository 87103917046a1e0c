package org.kith.referral.domain;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A referral as a table: in which phases a command is possible, from when on, and into which phase it leads. Knows nothing of facts. */
final class SimpleReferral {
    private static final List<String> OPEN = List.of("accepted", "waiting", "allocated", "in-support");
    private static final List<String> WORKING = List.of("allocated", "in-support");
    private static final List<String> ENDED = List.of("declined", "disengaged", "closed", "cancelled");
    private static final List<String> NOT_ENDED = List.of("awaiting-reply", "accepted", "waiting", "allocated", "in-support");
    private static final List<String> ALWAYS = List.of("awaiting-reply", "accepted", "waiting", "allocated", "in-support", "declined", "disengaged", "closed", "cancelled");
    private static final List<String> FOLLOWING = List.of("accepted", "waiting", "allocated", "in-support", "declined", "disengaged", "closed", "cancelled");

    /** What may have happened before the referral. */
    private static final List<Class<?>> AT_ANY_TIME = List.of(
            ReferralCommand.Receive.class, ReferralCommand.BringOver.class, ReferralCommand.Chase.class, ReferralCommand.GiveUp.class, ReferralCommand.GiveConsent.class,
            ReferralCommand.WithdrawConsent.class);

    private static final Map<Class<?>, List<String>> POSSIBLE = Map.ofEntries(
            entry(ReferralCommand.Receive.class, List.of("none")),
            entry(ReferralCommand.BringOver.class, List.of("none")),
            entry(ReferralCommand.Accept.class, List.of("awaiting-reply")),
            entry(ReferralCommand.Chase.class, List.of("awaiting-reply")),
            entry(ReferralCommand.GiveUp.class, List.of("awaiting-reply")),
            entry(ReferralCommand.Decline.class, List.of("awaiting-reply")),
            entry(ReferralCommand.PutOnWaitingList.class, List.of("accepted")),
            entry(ReferralCommand.PauseWaiting.class, List.of("waiting")),
            entry(ReferralCommand.ResumeWaiting.class, List.of("waiting")),
            entry(ReferralCommand.AllocateByArea.class, List.of("accepted", "waiting")),
            entry(ReferralCommand.AllocateByChoice.class, OPEN),
            entry(ReferralCommand.Disengage.class, OPEN),
            entry(ReferralCommand.Close.class, OPEN),
            entry(ReferralCommand.Cancel.class, NOT_ENDED),
            entry(ReferralCommand.SuspectDuplicate.class, NOT_ENDED),
            entry(ReferralCommand.ConfirmDuplicate.class, NOT_ENDED),
            entry(ReferralCommand.DismissDuplicate.class, NOT_ENDED),
            entry(ReferralCommand.Reopen.class, ENDED),
            entry(ReferralCommand.GiveConsent.class, ALWAYS),
            entry(ReferralCommand.WithdrawConsent.class, ALWAYS),
            entry(ReferralCommand.EnterInError.class, ALWAYS),
            entry(SupportCommand.Signpost.class, OPEN),
            entry(SupportCommand.ReferOnward.class, OPEN),
            entry(SupportCommand.ReportUnmetNeed.class, OPEN),
            entry(SupportCommand.ReportServiceUse.class, OPEN),
            entry(SupportCommand.AnswerOnward.class, FOLLOWING),
            entry(SupportCommand.FollowUp.class, FOLLOWING));

    private String phase = "none";
    private Instant referredAt = Instant.parse("2026-03-01T00:00:00Z");
    private int contacts;
    private String worker = "";
    private boolean suspected;
    private boolean chased;
    private boolean paused;
    private Duration waited = Duration.ZERO;
    private Instant clockFrom = Instant.EPOCH;
    private Instant clockChanged = Instant.EPOCH;
    private Set<UUID> goals = new HashSet<>();
    private Set<UUID> onward = new HashSet<>();
    private Map<String, TakeUp> takeUp = new HashMap<>();
    /** To what was said yes or no, as "purpose recipient" with a star for any, in the order in which it was said. */
    private List<String> consents = new ArrayList<>();

    String phase() {
        return phase;
    }

    /** Any moment until then. */
    Instant referredAt() {
        return referredAt;
    }

    int contacts() {
        return contacts;
    }

    boolean suspected() {
        return suspected;
    }

    /** Until the clock's last change. */
    Duration waited() {
        return waited;
    }

    SimpleReferral copy() {
        var copy = new SimpleReferral();
        copy.phase = phase;
        copy.referredAt = referredAt;
        copy.contacts = contacts;
        copy.worker = worker;
        copy.suspected = suspected;
        copy.chased = chased;
        copy.paused = paused;
        copy.waited = waited;
        copy.clockFrom = clockFrom;
        copy.clockChanged = clockChanged;
        copy.goals = new HashSet<>(goals);
        copy.onward = new HashSet<>(onward);
        copy.takeUp = new HashMap<>(takeUp);
        copy.consents = new ArrayList<>(consents);
        return copy;
    }

    /** Whether it can be done, and then it is. */
    boolean does(ReferralCommand command) {
        var phases = POSSIBLE.getOrDefault(command.getClass(), WORKING);
        boolean inTime = AT_ANY_TIME.contains(command.getClass()) || Duration.between(command.at(), referredAt).toSeconds() <= 60;
        if (!phases.contains(phase) || !inTime || !holds(command)) return false;
        change(command);
        return true;
    }

    private boolean doesAll(ReferralCommand.BringOver command) {
        return does(command.receive()) && command.since().stream().allMatch(this::does);
    }

    private boolean holds(ReferralCommand command) {
        return switch (command) {
            case ReferralCommand.Receive c -> c.safeguarding() || c.consent() != null;
            case ReferralCommand.BringOver c -> copy().doesAll(c);
            case ReferralCommand.Chase _ -> !chased;
            case ReferralCommand.GiveUp _ -> chased;
            case ReferralCommand.AllocateByArea c -> !c.covering().isEmpty();
            case ReferralCommand.AllocateByChoice c -> !WORKING.contains(phase) || !c.worker().equals(worker);
            case ReferralCommand.PauseWaiting c -> !paused && !c.at().isBefore(clockChanged);
            case ReferralCommand.ResumeWaiting c -> paused && !c.at().isBefore(clockChanged);
            case ReferralCommand.SuspectDuplicate c -> !suspected && c.of().getMostSignificantBits() == 0;
            case ReferralCommand.ConfirmDuplicate _,ReferralCommand.DismissDuplicate _ -> suspected;
            case ReferralCommand.Cancel _ -> allows("tell-referrer *");
            case SupportCommand.ReviewGoal c -> goals.contains(c.goal());
            case SupportCommand.AnswerOnward c -> onward.contains(c.onward());
            case SupportCommand.ReferOnward c -> allows("share-with " + c.destination());
            case ReferralCommand.WithdrawConsent c -> allows(text(c.scope()));
            case SupportCommand.FollowUp c -> {
                var before = takeUp.get(c.destination());
                yield switch (c.stage()) {
                    case SIGNPOSTED -> false;
                    case DID_NOT_COME -> before == TakeUp.SIGNPOSTED;
                    case FIRST_ATTENDED -> before == TakeUp.SIGNPOSTED || before == TakeUp.DID_NOT_COME;
                    case SUSTAINED -> before == TakeUp.FIRST_ATTENDED;
                };
            }
            default -> true;
        };
    }

    private void change(ReferralCommand command) {
        switch (command) {
            case ReferralCommand.Receive c -> {
                phase = "awaiting-reply";
                referredAt = c.at();
                suspected = c.duplicateOf() != null;
            }
            case ReferralCommand.BringOver c -> doesAll(c);
            case ReferralCommand.Accept _ -> phase = "accepted";
            case ReferralCommand.Chase _ -> chased = true;
            case ReferralCommand.Decline _,ReferralCommand.GiveUp _ -> phase = "declined";
            case ReferralCommand.PutOnWaitingList c -> {
                phase = "waiting";
                paused = false;
                waited = Duration.ZERO;
                clockFrom = c.at();
                clockChanged = c.at();
            }
            case ReferralCommand.PauseWaiting c -> {
                paused = true;
                clockChanged = c.at();
                waited = waited.plus(Duration.between(clockFrom, c.at()));
            }
            case ReferralCommand.ResumeWaiting c -> {
                paused = false;
                clockFrom = c.at();
                clockChanged = c.at();
            }
            case ReferralCommand.AllocateByArea _ -> allocated("worker-1");
            case ReferralCommand.AllocateByChoice c -> allocated(c.worker());
            case ReferralCommand.Disengage _ -> phase = "disengaged";
            case ReferralCommand.Close _ -> phase = "closed";
            case ReferralCommand.Cancel _ -> phase = "cancelled";
            case ReferralCommand.SuspectDuplicate _ -> suspected = true;
            case ReferralCommand.DismissDuplicate _ -> suspected = false;
            case ReferralCommand.ConfirmDuplicate _ -> {
                suspected = false;
                phase = phase.equals("awaiting-reply") ? "declined" : "closed";
            }
            case ReferralCommand.Reopen _ -> {
                phase = phase.equals("declined") || phase.equals("cancelled") ? "awaiting-reply" : "accepted";
                chased = false;
            }
            case ReferralCommand.EnterInError _ -> phase = "entered-in-error";
            case SupportCommand.HoldContact _ -> {
                contacts++;
                phase = "in-support";
            }
            case ReferralCommand.GiveConsent c -> consents.add("yes " + text(c.scope()));
            case ReferralCommand.WithdrawConsent c -> consents.add("no " + text(c.scope()));
            case SupportCommand.AgreeGoal c -> goals.add(c.goal());
            case SupportCommand.ReferOnward c -> onward.add(c.onward());
            case SupportCommand.Signpost c -> takeUp.putIfAbsent(c.destination(), TakeUp.SIGNPOSTED);
            case SupportCommand.FollowUp c -> takeUp.put(c.destination(), c.stage());
            default -> {}
        }
    }

    /** What was last said of the narrowest of which anything was said counts, unless there was a no to something wider after it. */
    private boolean allows(String asked) {
        var chain = Stream.of(asked, asked.split(" ")[0] + " *", "* *").distinct().toList();
        for (int i = 0; i < chain.size(); i++) {
            int yes = consents.lastIndexOf("yes " + chain.get(i));
            int no = consents.lastIndexOf("no " + chain.get(i));
            int widerNo = chain.subList(i + 1, chain.size()).stream().mapToInt(wider -> consents.lastIndexOf("no " + wider)).max().orElse(-1);
            if (Math.max(yes, no) > widerNo) return yes > no;
        }
        return true;
    }

    private static String text(Consents.Scope scope) {
        return (scope.purpose() == null ? "*" : scope.purpose()) + " " + (scope.recipient() == null ? "*" : scope.recipient());
    }

    private void allocated(String to) {
        worker = to;
        phase = contacts == 0 ? "allocated" : "in-support";
    }
}
