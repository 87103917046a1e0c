package org.kith.directory.programmes.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface Programme {
    record NotSetUp() implements Programme {}

    /** @param nation null where nobody said */
    record Running(String name, LawfulBasis lawfulBasis, List<Area> areas, @Nullable Nation nation) implements Programme {
        boolean keepsTheAreasOf(Running earlier) {
            var codes = areas.stream().map(Area::code).toList();
            return earlier.areas.stream().map(Area::code).allMatch(codes::contains);
        }
    }
}
