package org.kith.directory.groups.domain;

import static org.kith.directory.groups.domain.GroupRejection.ALREADY_FORMED;
import static org.kith.directory.groups.domain.GroupRejection.SUPPORTED_BEFORE_FORMED;
import static org.kith.directory.groups.domain.GroupRejection.UNKNOWN_GROUP;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.groups.domain.GroupCommand.FormGroup;
import org.kith.directory.groups.domain.GroupCommand.SupportGroup;
import org.kith.testsupport.DeciderSpec;

class GroupDeciderTest implements DeciderSpec<GroupCommand, Group, GroupEvent> {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final FormGroup FORM = new FormGroup("g1", "clics", "CP4", "Knit and Natter", MAY, "gap", false, "host", AT);
    private static final GroupEvent.Formed FORMED = new GroupEvent.Formed("g1", "clics", "CP4", "Knit and Natter", MAY, "gap", false, "host", AT);

    @Override
    public Decider<GroupCommand, Group, GroupEvent> decider() {
        return new GroupDecider();
    }

    @Test
    void is_formed_once() {
        given().when(FORM).then(FORMED);
        given(FORMED).when(FORM).thenRejected(ALREADY_FORMED);
    }

    @Test
    void is_supported_from_the_day_it_was_formed_on() {
        given(FORMED)
                .when(support(MAY))
                .then(new GroupEvent.Supported("s1", "abcd-training", "membership", "host", AT))
                .thenState(new Group.Formed("g1", "clics", "CP4", "Knit and Natter", MAY, "gap", false, 1));
        given(FORMED).when(support(MAY.minusDays(1))).thenRejected(SUPPORTED_BEFORE_FORMED);
    }

    @Test
    void cannot_be_supported_when_nobody_knows_it() {
        given().when(support(MAY)).thenRejected(UNKNOWN_GROUP);
    }

    private static SupportGroup support(LocalDate on) {
        return new SupportGroup("s1", "abcd-training", "membership", on, "host", AT);
    }
}
