package org.kith.referral.people;

import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.UUID;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.RegisterTable;
import org.kith.referral.people.domain.Person;

/** What stands of people as a whole: legal holds, with commas, and the household. */
public final class Standing {
    public static final RegisterTable REGISTER = RegisterTable.of("person_standing", column("holds", ColumnType.TEXT), column("household", ColumnType.UUID));

    private Standing() {}

    /** @param added how many events the append adds */
    public static List<CompanionRow> show(UUID person, Person state, long version, int added) {
        return REGISTER.show(person.toString(), version, added, String.join(",", Person.holdsOn(state)), Person.householdOf(state));
    }
}
