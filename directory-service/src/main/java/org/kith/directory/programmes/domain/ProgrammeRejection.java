package org.kith.directory.programmes.domain;

import org.kith.decider.Rejection;

public enum ProgrammeRejection implements Rejection {
    AREA_TAKEN_AWAY("area-taken-away", "A programme keeps every area it ever had; send all of them, with the new ones.");

    private final String code;
    private final String detail;

    ProgrammeRejection(String code, String detail) {
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
