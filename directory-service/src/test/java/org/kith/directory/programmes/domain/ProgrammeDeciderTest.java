package org.kith.directory.programmes.domain;

import static org.kith.directory.programmes.domain.ProgrammeRejection.AREA_TAKEN_AWAY;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.programmes.domain.ProgrammeEvent.SetUp;
import org.kith.testsupport.DeciderSpec;

class ProgrammeDeciderTest implements DeciderSpec<SetUpProgramme, Programme, ProgrammeEvent> {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final Area FENS = new Area("fens", "Fens");
    private static final Area COASTAL = new Area("coastal", "Coastal");

    @Override
    public Decider<SetUpProgramme, Programme, ProgrammeEvent> decider() {
        return new ProgrammeDecider();
    }

    @Test
    void is_set_up_once() {
        given().when(command(FENS)).then(event(FENS));
        given(event(FENS)).when(command(FENS)).thenNothing();
    }

    @Test
    void gains_an_area() {
        given(event(FENS)).when(command(FENS, COASTAL)).then(event(FENS, COASTAL));
    }

    @Test
    void never_loses_an_area() {
        given(event(FENS, COASTAL)).when(command(COASTAL)).thenRejected(AREA_TAKEN_AWAY);
    }

    @Test
    void comes_to_be_of_a_nation() {
        var scottish = new SetUpProgramme("norfolk", "Norfolk", LawfulBasis.PUBLIC_TASK, List.of(FENS), Nation.SCOTLAND, AT);
        var told = new SetUp("norfolk", "Norfolk", LawfulBasis.PUBLIC_TASK, List.of(FENS), Nation.SCOTLAND, AT);
        given(event(FENS)).when(scottish).then(told);
        given(event(FENS), told).when(scottish).thenNothing();
    }

    private static SetUpProgramme command(Area... areas) {
        return new SetUpProgramme("norfolk", "Norfolk", LawfulBasis.PUBLIC_TASK, List.of(areas), null, AT);
    }

    private static SetUp event(Area... areas) {
        return new SetUp("norfolk", "Norfolk", LawfulBasis.PUBLIC_TASK, List.of(areas), null, AT);
    }
}
