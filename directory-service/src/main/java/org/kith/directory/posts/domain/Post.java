package org.kith.directory.posts.domain;

import java.time.LocalDate;

public sealed interface Post {
    record Unknown() implements Post {}

    record Vacant(String post, PostDetails details) implements Post {}

    record Held(String post, PostDetails details, String worker, LocalDate from) implements Post {}
}
