package org.kith.directory.groups;

import java.time.LocalDate;

/** @param supports how often it was supported */
public record GroupView(
        String id, long version, String programme, String area, String name, LocalDate formedOn, String prompt, boolean constituted,
        int supports) {}
