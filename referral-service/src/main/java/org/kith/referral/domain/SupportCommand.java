package org.kith.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.ReferralCommand.Consent;

/** What somebody did for the person. */
public sealed interface SupportCommand extends ReferralCommand {

    /** Done by the worker who has the referral. */
    sealed interface Working extends SupportCommand {}

    /** Possible as soon as the referral is accepted, whoever has it. */
    sealed interface Linking extends SupportCommand {}

    /** What others say of something done earlier: true whatever has become of the referral since. */
    sealed interface Following extends SupportCommand {}

    record HoldContact(String mode, int minutes, @Nullable String conversation, @Nullable String cohort, Instant at) implements Working {}

    record AttemptContact(String mode, Instant at) implements Working {}

    /** The person did not come to what was agreed. */
    record MissContact(String mode, Instant at) implements Working {}

    record CancelContact(String mode, String cancelledBy, Instant at) implements Working {}

    record Assess(
            String mode, List<String> needs, boolean family, String disability, String employment, List<Item> items, Instant at)
            implements Working {}

    /** An item of information and who it was collected from. */
    record Item(String item, String collectedFrom) {}

    record AgreeGoal(UUID goal, String kind, Instant at) implements Working {}

    record ReviewGoal(UUID goal, String result, Instant at) implements Working {}

    record GiveSupport(String strand, String kind, @Nullable String theme, boolean carer, Instant at) implements Working {}

    record Represent(String thirdParty, Consent consent, Instant at) implements Working {}

    record Accompany(String destination, Instant at) implements Working {}

    record Signpost(String kind, String destination, Instant at) implements Linking {}

    record ReferOnward(UUID onward, String kind, String destination, boolean formal, @Nullable String from, Instant at) implements Linking {}

    record ReportUnmetNeed(String need, Instant at) implements Linking {}

    record ReportServiceUse(List<String> uses, Instant at) implements Linking {}

    /** @param stage first-attended, sustained or did-not-come */
    record FollowUp(String kind, String destination, TakeUp stage, Instant at) implements Following {}

    record AnswerOnward(UUID onward, String reply, Instant at) implements Following {}
}
