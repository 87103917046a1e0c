package org.kith.directory.practices.domain;

import org.kith.decider.Rejection;

public enum PracticeRejection implements Rejection {
    CODE_ORIGIN_FIXED("code-origin-fixed", "Where a code comes from does not change; a practice with a national code is another entry.");

    private final String code;
    private final String detail;

    PracticeRejection(String code, String detail) {
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
