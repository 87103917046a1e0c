package org.kith.directory.groups.domain;

import org.kith.decider.Rejection;

public enum GroupRejection implements Rejection {
    ALREADY_FORMED("already-formed", "This group was recorded already."),
    UNKNOWN_GROUP("unknown-group", "There is no such group."),
    SUPPORTED_BEFORE_FORMED("supported-before-formed", "A group cannot have been supported before the day it was formed on.");

    private final String code;
    private final String detail;

    GroupRejection(String code, String detail) {
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
