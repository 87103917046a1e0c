package org.kith.directory.posts.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public sealed interface PostCommand {

    /** @param effective the day from which other details hold for whoever is in the post */
    record SetUpPost(String post, PostDetails details, LocalDate effective, Instant at) implements PostCommand {}

    /** @param worker opaque id of the account; whoever is in the post leaves it on the day before */
    record FillPost(String worker, LocalDate from, Instant at) implements PostCommand {}

    /** The holder takes no new referrals meanwhile. @param until the last day away, or null while that is not known */
    record NoteAbsence(LocalDate from, @Nullable LocalDate until, Instant at) implements PostCommand {}

    /** @param on the first day back */
    record EndAbsence(LocalDate on, Instant at) implements PostCommand {}

    /** @param until the last day in the post */
    record VacatePost(LocalDate until, Instant at) implements PostCommand {}
}
