package org.kith.directory.posts.domain;

import static org.kith.directory.posts.domain.PostRejection.ALREADY_HOLDS;
import static org.kith.directory.posts.domain.PostRejection.BEFORE_HOLDER_CAME;
import static org.kith.directory.posts.domain.PostRejection.NOT_HELD;
import static org.kith.directory.posts.domain.PostRejection.PROGRAMME_FIXED;
import static org.kith.directory.posts.domain.PostRejection.UNKNOWN_POST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.posts.domain.PostCommand.FillPost;
import org.kith.directory.posts.domain.PostCommand.SetUpPost;
import org.kith.directory.posts.domain.PostCommand.VacatePost;
import org.kith.directory.posts.domain.PostEvent.Filled;
import org.kith.directory.posts.domain.PostEvent.SetUp;
import org.kith.directory.posts.domain.PostEvent.Vacated;
import org.kith.testsupport.DeciderSpec;

class PostDeciderTest implements DeciderSpec<PostCommand, Post, PostEvent> {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final PostDetails HALF = new PostDetails("norfolk", "living-well-worker", List.of("fens"), 50);
    private static final PostDetails FULL = new PostDetails("norfolk", "living-well-worker", List.of("fens"), 100);
    private static final PostDetails ELSEWHERE = new PostDetails("clics", "living-well-worker", List.of("fens"), 50);
    private static final SetUp SET_UP = new SetUp("p1", HALF, AT);

    @Override
    public Decider<PostCommand, Post, PostEvent> decider() {
        return new PostDecider();
    }

    @Test
    void is_set_up_once() {
        given().when(setUp(HALF)).then(SET_UP);
        given(SET_UP).when(setUp(HALF)).thenNothing();
        given(SET_UP, filled("ada", MAY)).when(setUp(HALF)).thenNothing();
        given(SET_UP).when(setUp(ELSEWHERE)).thenRejected(PROGRAMME_FIXED);
    }

    @Test
    void other_hours_are_told_for_whoever_holds_it() {
        given(SET_UP, filled("ada", MAY)).when(setUp(FULL)).then(new SetUp("p1", FULL, AT), filled("ada", JUNE));
    }

    @Test
    void is_filled_once_by_the_same_worker() {
        given(SET_UP).when(fill("ada", MAY)).then(filled("ada", MAY));
        given(SET_UP, filled("ada", MAY)).when(fill("ada", MAY)).thenNothing();
        given(SET_UP, filled("ada", MAY)).when(fill("ada", JUNE)).thenRejected(ALREADY_HOLDS);
        given().when(fill("ada", MAY)).thenRejected(UNKNOWN_POST);
    }

    @Test
    void whoever_comes_next_ends_the_time_of_the_one_before() {
        given(SET_UP, filled("ada", MAY)).when(fill("bea", JUNE)).then(vacated("ada", JUNE.minusDays(1)), filled("bea", JUNE));
        given(SET_UP, filled("ada", MAY)).when(fill("bea", MAY)).thenRejected(BEFORE_HOLDER_CAME);
    }

    @Test
    void its_holder_is_away_until_a_day_or_until_they_are_back() {
        var away = new PostEvent.WentAway("ada", JUNE, null, AT);
        given(SET_UP, filled("ada", MAY)).when(new PostCommand.NoteAbsence(JUNE, null, AT)).then(away);
        given(SET_UP, filled("ada", MAY), away).when(new PostCommand.NoteAbsence(JUNE, null, AT)).thenNothing();
        given(SET_UP, filled("ada", MAY), away).when(new PostCommand.NoteAbsence(JUNE, JUNE.plusDays(4), AT))
                .then(new PostEvent.WentAway("ada", JUNE, JUNE.plusDays(4), AT));
        given(SET_UP, filled("ada", MAY), away).when(new PostCommand.EndAbsence(JUNE.plusDays(2), AT))
                .then(new PostEvent.CameBack("ada", JUNE.plusDays(2), AT));
        given(SET_UP, filled("ada", MAY), away, new PostEvent.CameBack("ada", JUNE.plusDays(2), AT))
                .when(new PostCommand.EndAbsence(JUNE.plusDays(3), AT)).thenRejected(PostRejection.NOT_AWAY);
        given(SET_UP, filled("ada", MAY)).when(new PostCommand.NoteAbsence(MAY.minusDays(1), null, AT)).thenRejected(BEFORE_HOLDER_CAME);
        given(SET_UP).when(new PostCommand.NoteAbsence(JUNE, null, AT)).thenRejected(NOT_HELD);
    }

    @Test
    void who_comes_next_is_not_away() {
        given(SET_UP, filled("ada", MAY), new PostEvent.WentAway("ada", JUNE, null, AT), vacated("ada", JUNE), filled("bea", JUNE.plusDays(1)))
                .when(new PostCommand.EndAbsence(JUNE.plusDays(9), AT)).thenRejected(PostRejection.NOT_AWAY);
    }

    @Test
    void is_vacated_by_its_holder_on_a_last_day() {
        given(SET_UP, filled("ada", MAY)).when(new VacatePost(JUNE, AT)).then(vacated("ada", JUNE));
        given(SET_UP, filled("ada", MAY)).when(new VacatePost(MAY.minusDays(1), AT)).thenRejected(BEFORE_HOLDER_CAME);
        given(SET_UP).when(new VacatePost(JUNE, AT)).thenRejected(NOT_HELD);
        given(SET_UP, filled("ada", MAY), vacated("ada", JUNE)).when(fill("bea", JUNE.plusDays(1))).then(filled("bea", JUNE.plusDays(1)));
    }

    private static SetUpPost setUp(PostDetails details) {
        return new SetUpPost("p1", details, JUNE, AT);
    }

    private static FillPost fill(String worker, LocalDate from) {
        return new FillPost(worker, from, AT);
    }

    private static Filled filled(String worker, LocalDate from) {
        return new Filled(worker, from, AT);
    }

    private static Vacated vacated(String worker, LocalDate until) {
        return new Vacated(worker, until, AT);
    }
}
