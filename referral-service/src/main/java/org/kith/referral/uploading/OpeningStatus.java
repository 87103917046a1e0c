package org.kith.referral.uploading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a referral had come elsewhere, and what its row then says of the way there. */
enum OpeningStatus {
    AWAITING_REPLY("awaiting-reply", List.of(), List.of()),
    DECLINED("declined", List.of(Column.ENDED_AT, Column.OUTCOME), List.of()),
    ACCEPTED("accepted", List.of(Column.ACCEPTED_AT), List.of()),
    WAITING("waiting", List.of(Column.ACCEPTED_AT, Column.WAITING_SINCE, Column.WAITING_REASON), List.of()),
    ALLOCATED("allocated", List.of(Column.ACCEPTED_AT, Column.WORKER, Column.ALLOCATED_AT), Way.WAITING),
    IN_SUPPORT(
            "in-support",
            List.of(
                    Column.ACCEPTED_AT, Column.WORKER, Column.ALLOCATED_AT, Column.FIRST_CONTACT_AT, Column.FIRST_CONTACT_MODE, Column.FIRST_CONTACT_MINUTES),
            Way.WAITING),
    DISENGAGED("disengaged", List.of(Column.ACCEPTED_AT, Column.ENDED_AT, Column.OUTCOME), Way.ALL),
    CLOSED("closed", List.of(Column.ACCEPTED_AT, Column.ENDED_AT, Column.OUTCOME), Way.ALL);

    /** What lies between acceptance and end. */
    private static final class Way {
        static final List<Column> WAITING = List.of(Column.WAITING_SINCE, Column.WAITING_REASON);
        static final List<Column> ALL = List.of(
                Column.WAITING_SINCE, Column.WAITING_REASON, Column.WORKER, Column.ALLOCATED_AT, Column.FIRST_CONTACT_AT, Column.FIRST_CONTACT_MODE,
                Column.FIRST_CONTACT_MINUTES);
    }

    static final String CODES = Arrays.stream(values()).map(OpeningStatus::code).collect(Collectors.joining(", "));

    private final String code;
    private final List<Column> required;
    private final List<Column> optional;

    OpeningStatus(String code, List<Column> required, List<Column> optional) {
        this.code = code;
        this.required = required;
        this.optional = optional;
    }

    String code() {
        return code;
    }

    /** Besides when it was referred. */
    List<Column> required() {
        return required;
    }

    static @Nullable OpeningStatus of(String code) {
        return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst().orElse(null);
    }

    /** Of which statuses a column says something. */
    static Map<Column, Set<OpeningStatus>> allowed() {
        var allowed = new EnumMap<Column, Set<OpeningStatus>>(Column.class);
        for (var status : values()) {
            for (var column : status.required) allowed.computeIfAbsent(column, _ -> EnumSet.noneOf(OpeningStatus.class)).add(status);
            for (var column : status.optional) allowed.computeIfAbsent(column, _ -> EnumSet.noneOf(OpeningStatus.class)).add(status);
        }
        return allowed;
    }
}
