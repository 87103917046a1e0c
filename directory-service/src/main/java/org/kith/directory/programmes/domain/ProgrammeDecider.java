package org.kith.directory.programmes.domain;

import static org.kith.directory.programmes.domain.ProgrammeRejection.AREA_TAKEN_AWAY;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.programmes.domain.Programme.NotSetUp;
import org.kith.directory.programmes.domain.Programme.Running;
import org.kith.directory.programmes.domain.ProgrammeEvent.SetUp;

public final class ProgrammeDecider implements Decider<SetUpProgramme, Programme, ProgrammeEvent> {

    @Override
    public Programme initial() {
        return new NotSetUp();
    }

    @Override
    public Decision<ProgrammeEvent> decide(SetUpProgramme c, Programme state) {
        var wanted = new Running(c.name(), c.lawfulBasis(), c.areas(), c.nation());
        if (state.equals(wanted)) return Decision.accept();
        if (state instanceof Running earlier && !wanted.keepsTheAreasOf(earlier)) return Decision.reject(AREA_TAKEN_AWAY);
        return Decision.accept(new SetUp(c.programme(), c.name(), c.lawfulBasis(), c.areas(), c.nation(), c.at()));
    }

    @Override
    public Programme evolve(Programme state, ProgrammeEvent event) {
        return switch (event) {
            case SetUp e -> new Running(e.name(), e.lawfulBasis(), e.areas(), e.nation());
        };
    }
}
