package org.kith.referral.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.SupportFact;
import org.kith.referral.domain.TakeUp;

/** What has been done in a referral, put together from its history. Codes and references only. */
@Schema(name = "Course")
record CourseAnswer(List<Goal> goals, List<Support> support, List<Signpost> signposts, List<Onward> onwardReferrals, List<String> unmetNeeds) {

    /** @param result of the latest review */
    @Schema(name = "AgreedGoal")
    record Goal(UUID id, String kind, Instant agreedAt, @Nullable String result, @Nullable Instant reviewedAt) {}

    @Schema(name = "GivenSupport")
    record Support(String strand, String kind, @Nullable String theme, boolean carer, Instant givenAt) {}

    /** @param takeUp first-attended, sustained or did-not-come, as was said last; absent as long as nobody said so */
    @Schema(name = "GivenSignpost")
    record Signpost(String kind, String destination, Instant signpostedAt, @Nullable String takeUp, @Nullable Instant takenUpAt) {}

    @Schema(name = "MadeOnwardReferral")
    record Onward(
            UUID id, String kind, String destination, boolean formal, @Nullable String from, Instant madeAt, @Nullable String reply,
            @Nullable Instant repliedAt) {}

    static CourseAnswer of(List<ReferralFact> history) {
        var goals = new LinkedHashMap<UUID, Goal>();
        var onward = new LinkedHashMap<UUID, Onward>();
        var course = new CourseAnswer(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var fact : history) if (fact instanceof SupportFact support) course.add(support, goals, onward);
        course.goals.addAll(goals.values());
        course.onwardReferrals.addAll(onward.values());
        return course;
    }

    private void add(SupportFact fact, Map<UUID, Goal> byId, Map<UUID, Onward> onwardById) {
        switch (fact) {
            case SupportFact.GoalAgreed e -> byId.put(e.goal(), new Goal(e.goal(), e.kind(), e.occurredAt(), null, null));
            case SupportFact.GoalReviewed e ->
                byId.computeIfPresent(e.goal(), (id, goal) -> new Goal(id, goal.kind(), goal.agreedAt(), e.result(), e.occurredAt()));
            case SupportFact.SupportGiven e -> support.add(new Support(e.strand(), e.kind(), e.theme(), e.carer(), e.occurredAt()));
            case SupportFact.Signposted e -> signposts.add(new Signpost(e.kind(), e.destination(), e.occurredAt(), null, null));
            case SupportFact.TakenUp e -> follow(e.kind(), e.destination(), e.stage(), e.occurredAt());
            case SupportFact.NotTakenUp e -> follow(e.kind(), e.destination(), TakeUp.DID_NOT_COME, e.occurredAt());
            case SupportFact.OnwardReferred e ->
                onwardById.put(e.onward(), new Onward(e.onward(), e.kind(), e.destination(), e.formal(), e.from(), e.occurredAt(), null, null));
            case SupportFact.OnwardAnswered e -> onwardById.computeIfPresent(e.onward(), (id, made) -> new Onward(
                    id, made.kind(), made.destination(), made.formal(), made.from(), made.madeAt(), e.reply(), e.occurredAt()));
            case SupportFact.NeedUnmet e -> unmetNeeds.add(e.need());
            case SupportFact.ContactHeld _,SupportFact.ContactAttempted _,SupportFact.ContactNotAttended _,SupportFact.ContactCancelled _,SupportFact.Assessed _,SupportFact.ItemCollected _,SupportFact.Represented _,SupportFact.Accompanied _,SupportFact.ServiceUseReported _ ->
                {}
        }
    }

    private void follow(String kind, String destination, TakeUp stage, Instant at) {
        signposts.replaceAll(to -> to.kind().equals(kind) && to.destination().equals(destination)
                ? new Signpost(to.kind(), to.destination(), to.signpostedAt(), stage.code(), at)
                : to);
    }
}
