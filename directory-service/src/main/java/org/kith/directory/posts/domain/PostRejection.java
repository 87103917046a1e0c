package org.kith.directory.posts.domain;

import org.kith.decider.Rejection;

public enum PostRejection implements Rejection {
    UNKNOWN_POST("unknown-post", "There is no such post."),
    PROGRAMME_FIXED("programme-fixed", "A post stays in its programme."),
    ALREADY_HOLDS("already-holds", "This worker holds the post already."),
    NOT_AWAY("not-away", "The holder is not away on that day."),
    NOT_HELD("not-held", "Nobody holds this post."),
    BEFORE_HOLDER_CAME("before-holder-came", "That day is before the present holder came.");

    private final String code;
    private final String detail;

    PostRejection(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String detail() {
        return detail;
    }
}
