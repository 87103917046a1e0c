package org.kith.volunteer.domain;

import org.kith.decider.Rejection;

public enum VolunteerRejection implements Rejection {
    ALREADY_RECRUITED("already-recruited", "This person is a volunteer of the programme already."),
    UNKNOWN_VOLUNTEER("unknown-volunteer", "There is no such volunteer."),
    MODULE_ALREADY_COMPLETED("module-already-completed", "The volunteer completed this module already."),
    CHECK_ALREADY_RECORDED("check-already-recorded", "This check was recorded already."),
    NO_SUCH_CHECK("no-such-check", "The volunteer has no check of this kind that could end."),
    CHECK_REQUIRED("check-required", "A regulated role needs a check that lets somebody do it and holds today: record it first.");

    private final String code;
    private final String detail;

    VolunteerRejection(String code, String detail) {
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
