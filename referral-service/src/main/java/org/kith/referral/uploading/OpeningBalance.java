package org.kith.referral.uploading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.SupportCommand;
import org.kith.referral.steps.Coded;
import org.kith.web.problem.Invalid;

/** What had become of a referral before its programme came here, as its row says: the steps that led there, each at its own time. */
final class OpeningBalance {
    /** Why somebody has it whom no rule has chosen. */
    private static final String TAKEN_OVER = "taken-over";
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final int WORKER = 64;
    private static final Map<Column, Set<OpeningStatus>> ALLOWED = OpeningStatus.allowed();

    private final Map<Column, String> cells;
    private final Invalid invalid;
    private final Reference reference;
    private final Moments moments;

    OpeningBalance(Map<Column, String> cells, Invalid invalid, Reference reference, Instant now) {
        this.cells = cells;
        this.invalid = invalid;
        this.reference = reference;
        this.moments = new Moments(cells, invalid, now);
    }

    static boolean isOne(Map<Column, String> cells) {
        return cells.containsKey(Column.STATUS);
    }

    /** Notes what is wrong. @param allowed whether the sender may say such things */
    List<ReferralCommand> since(boolean allowed) {
        if (!isOne(cells)) {
            ALLOWED.keySet().forEach(column -> invalid.check(!cells.containsKey(column), column.title(), "no-status", "Say with a status how far it had come."));
            return List.of();
        }
        var status = OpeningStatus.of(cells.getOrDefault(Column.STATUS, ""));
        boolean mine = invalid.check(allowed, Column.STATUS.title(), "not-allowed", "A coordinator of the programme says what had become of a referral; leave the column out.");
        if (!invalid.check(status != null, Column.STATUS.title(), "unknown", "One of " + OpeningStatus.CODES + ".") || status == null || !mine) return List.of();
        fits(status);
        moments.begin();
        return steps(status);
    }

    private void fits(OpeningStatus status) {
        ALLOWED.forEach((column, statuses) -> invalid.check(
                !cells.containsKey(column) || statuses.contains(status), column.title(), "not-of-this-status", "Nothing to say here of a referral that is " + status.code() + "."));
        status.required().forEach(column -> invalid.check(cells.containsKey(column), column.title(), "required", "This is required of a referral that is " + status.code() + "."));
        together(Column.WAITING_SINCE, Column.WAITING_REASON);
        together(Column.WORKER, Column.ALLOCATED_AT);
        together(Column.FIRST_CONTACT_AT, Column.FIRST_CONTACT_MODE);
        together(Column.FIRST_CONTACT_AT, Column.FIRST_CONTACT_MINUTES);
        invalid.check(
                !cells.containsKey(Column.FIRST_CONTACT_AT) || cells.containsKey(Column.WORKER), Column.WORKER.title(), "required", "A contact is held by a worker: say who.");
    }

    private void together(Column one, Column other) {
        var missing = cells.containsKey(one) ? other : one;
        invalid.check(cells.containsKey(one) == cells.containsKey(other), missing.title(), "required", "Say both " + one.title() + " and " + other.title() + ", or neither.");
    }

    private List<ReferralCommand> steps(OpeningStatus status) {
        var steps = new ArrayList<ReferralCommand>();
        if (cells.containsKey(Column.ACCEPTED_AT)) steps.add(new ReferralCommand.Accept(moments.next(Column.ACCEPTED_AT)));
        if (cells.containsKey(Column.WAITING_SINCE))
            steps.add(new ReferralCommand.PutOnWaitingList(code(Column.WAITING_REASON, "waiting-reason"), moments.next(Column.WAITING_SINCE)));
        if (cells.containsKey(Column.ALLOCATED_AT)) steps.add(new ReferralCommand.AllocateByChoice(worker(), TAKEN_OVER, moments.next(Column.ALLOCATED_AT)));
        if (cells.containsKey(Column.FIRST_CONTACT_AT))
            steps.add(new SupportCommand.HoldContact(code(Column.FIRST_CONTACT_MODE, "contact-mode"), minutes(), null, null, moments.next(Column.FIRST_CONTACT_AT)));
        var end = end(status);
        if (end != null) steps.add(end);
        return steps;
    }

    private @Nullable ReferralCommand end(OpeningStatus status) {
        return switch (status) {
            case DECLINED -> new ReferralCommand.Decline(code(Column.OUTCOME, "decline-reason"), moments.next(Column.ENDED_AT));
            case DISENGAGED -> new ReferralCommand.Disengage(code(Column.OUTCOME, "disengagement-reason"), moments.next(Column.ENDED_AT));
            case CLOSED -> new ReferralCommand.Close(code(Column.OUTCOME, "close-outcome"), moments.next(Column.ENDED_AT));
            case AWAITING_REPLY, ACCEPTED, WAITING, ALLOCATED, IN_SUPPORT -> null;
        };
    }

    /** Whoever holds a post of the programme, or has held one. */
    private String worker() {
        var worker = invalid.optional(Column.WORKER.title(), cells.get(Column.WORKER), WORKER);
        if (worker == null) return "";
        var programme = cells.getOrDefault(Column.PROGRAMME, "");
        boolean known = reference.posts().values().stream()
                .filter(post -> post.programme().equals(programme))
                .anyMatch(post -> post.holdings().stream().anyMatch(holding -> holding.worker().equals(worker)));
        invalid.check(known, Column.WORKER.title(), "not-in-post", "Nobody of that id has held a post of the programme.");
        return worker;
    }

    private int minutes() {
        return invalid.wholeNumber(Column.FIRST_CONTACT_MINUTES.title(), cells.get(Column.FIRST_CONTACT_MINUTES), 1, LONGEST_MINUTES, 1);
    }

    /** One that is missing was noted before. */
    private String code(Column column, String list) {
        var code = cells.get(column);
        return code == null ? "" : Coded.required(invalid, reference, column.title(), list, code);
    }
}
