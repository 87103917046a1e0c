package org.kith.referral.safeguarding.domain;

import static org.kith.referral.safeguarding.domain.ConcernRejection.ALREADY_ACKNOWLEDGED;
import static org.kith.referral.safeguarding.domain.ConcernRejection.ALREADY_OVERDUE;
import static org.kith.referral.safeguarding.domain.ConcernRejection.NOT_ACKNOWLEDGED;
import static org.kith.referral.safeguarding.domain.ConcernRejection.NOT_BY_WHO_RAISED_IT;
import static org.kith.referral.safeguarding.domain.ConcernRejection.NOT_RAISED;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.referral.safeguarding.domain.ConcernCommand.Acknowledge;
import org.kith.referral.safeguarding.domain.ConcernCommand.Act;
import org.kith.referral.safeguarding.domain.ConcernCommand.Raise;
import org.kith.referral.safeguarding.domain.ConcernCommand.Remind;
import org.kith.testsupport.DeciderSpec;

class ConcernDeciderTest implements DeciderSpec<ConcernCommand, Concern, ConcernFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Concern.About ABOUT = new Concern.About(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), "norfolk-living-well", "fens");

    private final ConcernFact raised = new ConcernFact.Raised(ABOUT, "neglect", "worker-1", AT);
    private final ConcernFact acknowledged = new ConcernFact.Acknowledged("coordinator-1", true, AT);
    private final ConcernFact overdue = new ConcernFact.Overdue(AT);

    @Override
    public Decider<ConcernCommand, Concern, ConcernFact> decider() {
        return new ConcernDecider();
    }

    @Test
    void is_raised_and_acknowledged_by_somebody_else_in_time_or_not() {
        given().when(new Raise(ABOUT, "neglect", "worker-1", AT)).then(raised);
        given(raised).when(new Acknowledge("coordinator-1", AT)).then(acknowledged);
        given(raised, overdue).when(new Acknowledge("coordinator-1", AT)).then(new ConcernFact.Acknowledged("coordinator-1", false, AT));
        given(raised).when(new Acknowledge("worker-1", AT)).thenRejected(NOT_BY_WHO_RAISED_IT);
        given(raised, acknowledged).when(new Acknowledge("coordinator-2", AT)).thenRejected(ALREADY_ACKNOWLEDGED);
        given().when(new Acknowledge("coordinator-1", AT)).thenRejected(NOT_RAISED);
    }

    @Test
    void is_acted_on_once_somebody_is_responsible_and_as_often_as_need_be() {
        var acted = new ConcernFact.ActedOn("advice-taken", AT);
        given(raised).when(new Act("advice-taken", AT)).thenRejected(NOT_ACKNOWLEDGED);
        given(raised, acknowledged).when(new Act("advice-taken", AT)).then(acted);
        given(raised, acknowledged, acted).when(new Act("advice-taken", AT)).then(acted);
    }

    @Test
    void is_overdue_once_and_only_while_nobody_has_acknowledged_it() {
        given(raised).when(new Remind(AT)).then(overdue);
        given(raised, overdue).when(new Remind(AT)).thenRejected(ALREADY_OVERDUE);
        given(raised, acknowledged).when(new Remind(AT)).thenRejected(ALREADY_ACKNOWLEDGED);
    }
}
