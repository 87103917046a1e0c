package org.kith.volunteer.domain;

import static org.kith.volunteer.domain.VolunteerRejection.CHECK_ALREADY_RECORDED;
import static org.kith.volunteer.domain.VolunteerRejection.CHECK_REQUIRED;
import static org.kith.volunteer.domain.VolunteerRejection.NO_SUCH_CHECK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kith.decider.Decision;
import org.kith.volunteer.domain.VolunteerCommand.EndCheck;
import org.kith.volunteer.domain.VolunteerCommand.RecordCheck;
import org.kith.volunteer.domain.VolunteerCommand.StartRegulatedRole;
import org.kith.volunteer.domain.VolunteerCommand.StopRegulatedRole;
import org.kith.volunteer.domain.VolunteerFact.CheckEnded;
import org.kith.volunteer.domain.VolunteerFact.CheckRecorded;
import org.kith.volunteer.domain.VolunteerFact.RegulatedRoleStarted;
import org.kith.volunteer.domain.VolunteerFact.RegulatedRoleStopped;

/** Who may do a regulated role, and from when on not any more. */
final class Assuring {
    private Assuring() {}

    static Decision<VolunteerFact> decide(VolunteerCommand.Assuring command, Assurance state) {
        return switch (command) {
            case RecordCheck c when state.check(c.check().kind()).filter(c.check()::equals).isPresent() -> Decision.reject(CHECK_ALREADY_RECORDED);
            case RecordCheck c -> Decision.accept(new CheckRecorded(c.check(), c.at()));
            case EndCheck c when state.check(c.kind()).isEmpty() -> Decision.reject(NO_SUCH_CHECK);
            case EndCheck c -> Decision.accept(ended(c.kind(), state, c.today(), c.at()));
            case StartRegulatedRole c when state.roles().contains(c.workforce()) -> Decision.accept();
            case StartRegulatedRole c when !state.clearsFor(c.workforce(), c.today()) -> Decision.reject(CHECK_REQUIRED);
            case StartRegulatedRole c -> Decision.accept(new RegulatedRoleStarted(c.workforce(), c.at()));
            case StopRegulatedRole c when !state.roles().contains(c.workforce()) -> Decision.accept();
            case StopRegulatedRole c -> Decision.accept(new RegulatedRoleStopped(c.workforce(), c.at()));
        };
    }

    /** With the check the roles end that no other check lets them do. */
    private static List<VolunteerFact> ended(CheckKind kind, Assurance state, LocalDate today, Instant at) {
        var facts = new ArrayList<VolunteerFact>();
        facts.add(new CheckEnded(kind, at));
        var left = state.without(kind);
        for (var workforce : Workforce.values())
            if (state.roles().contains(workforce) && !left.clearsFor(workforce, today)) facts.add(new RegulatedRoleStopped(workforce, at));
        return facts;
    }

    static Assurance evolve(Assurance state, VolunteerFact.Assuring event) {
        return switch (event) {
            case CheckRecorded e -> state.with(e.check());
            case CheckEnded e -> state.without(e.kind());
            case RegulatedRoleStarted e -> state.started(e.workforce());
            case RegulatedRoleStopped e -> state.stopped(e.workforce());
        };
    }
}
