package org.kith.directory.programmes.domain;

import java.util.List;

public sealed interface Programme {
    record NotSetUp() implements Programme {}

    record Running(String name, LawfulBasis lawfulBasis, List<Area> areas) implements Programme {
        boolean keepsTheAreasOf(Running earlier) {
            var codes = areas.stream().map(Area::code).toList();
            return earlier.areas.stream().map(Area::code).allMatch(codes::contains);
        }
    }
}
