package org.kith.directory.groups.domain;

import java.time.LocalDate;

public sealed interface Group {
    record Unknown() implements Group {}

    record Formed(String group, String programme, String area, String name, LocalDate formedOn, String prompt, boolean constituted, int supports)
            implements Group {}
}
