package org.kith.referral.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a referral so far, as far as later decisions and the world's telling need it.
 *
 * @param source who referred, coded
 * @param organisation code of who referred, who follows what becomes of it
 * @param reasons why, coded
 * @param referredAt when it was referred, as its sender said
 * @param goals that were agreed
 * @param onward kind of each onward referral, by its id
 * @param takeUp how far each signposting has come
 * @param consents what may be done with it, as the person last said
 * @param duplicateOf the referral of which this one is suspected to be a duplicate
 */
public record Course(
        String source, String organisation, List<String> reasons, Instant referredAt, Contacts contacts, Set<UUID> goals, Map<UUID, String> onward,
        Map<Signposting, TakeUp> takeUp, Consents consents, @Nullable UUID duplicateOf) {

    /** To what somebody was signposted. */
    public record Signposting(String kind, String destination) {}

    public Course {
        reasons = List.copyOf(reasons);
        goals = Collections.unmodifiableSet(goals);
        onward = Collections.unmodifiableMap(onward);
        takeUp = Collections.unmodifiableMap(takeUp);
    }

    static Course of(String source, String organisation, List<String> reasons, Instant referredAt) {
        return new Course(source, organisation, reasons, referredAt, Contacts.NONE, Set.of(), Map.of(), Map.of(), Consents.AS_REFERRED, null);
    }

    Course and(ConsentFact fact) {
        return agreed(consents.and(fact));
    }

    Course and(SupportFact fact) {
        return switch (fact) {
            case SupportFact.ContactHeld e -> contacted(contacts.and(e.occurredAt()));
            case SupportFact.GoalAgreed e -> aiming(with(goals, e.goal()));
            case SupportFact.OnwardReferred e -> referredOn(with(onward, e.onward(), e.kind()));
            case SupportFact.Signposted e -> {
                var to = new Signposting(e.kind(), e.destination());
                yield takeUp.containsKey(to) ? this : takenUp(to, TakeUp.SIGNPOSTED);
            }
            case SupportFact.TakenUp e -> takenUp(new Signposting(e.kind(), e.destination()), e.stage());
            case SupportFact.NotTakenUp e -> takenUp(new Signposting(e.kind(), e.destination()), TakeUp.DID_NOT_COME);
            case SupportFact.ContactAttempted _,SupportFact.ContactNotAttended _,SupportFact.ContactCancelled _,SupportFact.Assessed _,SupportFact.ItemCollected _,SupportFact.GoalReviewed _,SupportFact.SupportGiven _,SupportFact.OnwardAnswered _,SupportFact.Represented _,SupportFact.Accompanied _,SupportFact.NeedUnmet _,SupportFact.ServiceUseReported _ ->
                this;
        };
    }

    Course suspected(@Nullable UUID duplicate) {
        return new Course(source, organisation, reasons, referredAt, contacts, goals, onward, takeUp, consents, duplicate);
    }

    private Course agreed(Consents all) {
        return new Course(source, organisation, reasons, referredAt, contacts, goals, onward, takeUp, all, duplicateOf);
    }

    private Course contacted(Contacts all) {
        return new Course(source, organisation, reasons, referredAt, all, goals, onward, takeUp, consents, duplicateOf);
    }

    private Course aiming(Set<UUID> all) {
        return new Course(source, organisation, reasons, referredAt, contacts, all, onward, takeUp, consents, duplicateOf);
    }

    private Course referredOn(Map<UUID, String> all) {
        return new Course(source, organisation, reasons, referredAt, contacts, goals, all, takeUp, consents, duplicateOf);
    }

    private Course takenUp(Signposting to, TakeUp stage) {
        return new Course(source, organisation, reasons, referredAt, contacts, goals, onward, with(takeUp, to, stage), consents, duplicateOf);
    }

    private static Set<UUID> with(Set<UUID> before, UUID one) {
        var after = new HashSet<>(before);
        after.add(one);
        return after;
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        var after = new HashMap<>(before);
        after.put(key, value);
        return after;
    }
}
