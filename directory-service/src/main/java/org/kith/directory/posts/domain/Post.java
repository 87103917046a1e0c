package org.kith.directory.posts.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public sealed interface Post {
    record Unknown() implements Post {}

    record Vacant(String post, PostDetails details) implements Post {}

    /** @param away as was told last, also when it is over or still to come; null: never since they came */
    record Held(String post, PostDetails details, String worker, LocalDate from, @Nullable Absence away) implements Post {}

    /** @param until the last day away, or null while that is not known */
    record Absence(LocalDate from, @Nullable LocalDate until) {}
}
