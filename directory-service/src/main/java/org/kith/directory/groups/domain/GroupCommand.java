package org.kith.directory.groups.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public sealed interface GroupCommand {

    /** @param prompt what it arose from, coded; {@code constituted} false for an informal network */
    record FormGroup(
            String group, String programme, String area, String name, LocalDate formedOn, String prompt, boolean constituted,
            @Nullable String provider, Instant at)
            implements GroupCommand {}

    /** @param supportedOn the day of {@code at}, as people on the ground count days */
    record SupportGroup(
            String support, String kind, @Nullable String dimension, LocalDate supportedOn, @Nullable String provider, Instant at)
            implements GroupCommand {}
}
