package org.kith.referral.notifying;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sender can be told of; {@link #code()} is part of the API. */
enum NoticeKind {
    ACCEPTED("referral.accepted"),
    DECLINED("referral.declined"),
    FIRST_CONTACT("referral.first-contact"),
    /** Also when the person has disengaged. */
    CLOSED("referral.closed");

    static final String CODES = Arrays.stream(values()).map(NoticeKind::code).collect(Collectors.joining(", "));
    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<NoticeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
