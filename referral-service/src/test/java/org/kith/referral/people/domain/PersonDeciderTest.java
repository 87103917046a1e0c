package org.kith.referral.people.domain;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.referral.people.domain.PersonCommand.MergePerson;
import org.kith.referral.people.domain.PersonCommand.UnmergePerson;
import org.kith.referral.people.domain.PersonFact.Erased;
import org.kith.referral.people.domain.PersonFact.HoldPlaced;
import org.kith.referral.people.domain.PersonFact.Merged;
import org.kith.referral.people.domain.PersonFact.Unmerged;
import org.kith.testsupport.DeciderSpec;

/** Merging, as the person's own stream decides it. */
class PersonDeciderTest implements DeciderSpec<PersonCommand, Person, PersonFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final UUID PERSON = new UUID(7, 1);
    private static final UUID OTHER = new UUID(7, 2);
    private static final UUID THIRD = new UUID(7, 3);
    private static final Merged MERGED = new Merged(PERSON, OTHER, "person-says", AT);
    private static final Unmerged UNMERGED = new Unmerged(PERSON, OTHER, "two-people", AT);

    @Override
    public Decider<PersonCommand, Person, PersonFact> decider() {
        return new PersonDecider();
    }

    @Test
    void a_person_is_merged_into_another() {
        given().when(new MergePerson(PERSON, OTHER, "person-says", AT)).then(MERGED);
    }

    @Test
    void merging_into_the_same_person_again_changes_nothing() {
        given(MERGED).when(new MergePerson(PERSON, OTHER, "entered-twice", AT)).thenNothing();
    }

    @Test
    void who_is_merged_is_not_merged_elsewhere_before_that_is_taken_back() {
        given(MERGED).when(new MergePerson(PERSON, THIRD, "person-says", AT)).thenRejected(PersonRejection.MERGED_ALREADY);
        given(MERGED, UNMERGED).when(new MergePerson(PERSON, THIRD, "person-says", AT)).then(new Merged(PERSON, THIRD, "person-says", AT));
    }

    @Test
    void only_a_merge_is_taken_back() {
        given(MERGED).when(new UnmergePerson(PERSON, "two-people", AT)).then(UNMERGED);
        given().when(new UnmergePerson(PERSON, "two-people", AT)).thenRejected(PersonRejection.NOT_MERGED);
        given(MERGED, UNMERGED).when(new UnmergePerson(PERSON, "two-people", AT)).thenRejected(PersonRejection.NOT_MERGED);
    }

    @Test
    void who_was_erased_is_neither_merged_nor_unmerged() {
        given(new Erased(PERSON, AT)).when(new MergePerson(PERSON, OTHER, "person-says", AT)).thenRejected(PersonRejection.ERASED);
        given(MERGED, new Erased(PERSON, AT)).when(new UnmergePerson(PERSON, "two-people", AT)).thenRejected(PersonRejection.ERASED);
    }

    @Test
    void a_merge_leaves_holds_and_household_as_they_are() {
        given(new HoldPlaced(PERSON, "litigation", AT)).when(new MergePerson(PERSON, OTHER, "person-says", AT))
                .thenState(Person.Remembered.FREELY.with("litigation").into(OTHER));
    }
}
