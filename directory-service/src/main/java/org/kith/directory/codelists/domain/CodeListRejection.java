package org.kith.directory.codelists.domain;

import org.kith.decider.Rejection;

public enum CodeListRejection implements Rejection {
    VERSION_TAKEN("version-taken", "This version was published with other codes; publish the next version."),
    VERSION_SUPERSEDED("version-superseded", "A higher version of this list was published already.");

    private final String code;
    private final String detail;

    CodeListRejection(String code, String detail) {
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
