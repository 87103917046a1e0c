package org.kith.directory.programmes.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one command that a programme knows; sent again, it says what has changed. */
public record SetUpProgramme(String programme, String name, LawfulBasis lawfulBasis, List<Area> areas, @Nullable Nation nation, Instant at) {
    public SetUpProgramme {
        areas = List.copyOf(areas);
    }
}
