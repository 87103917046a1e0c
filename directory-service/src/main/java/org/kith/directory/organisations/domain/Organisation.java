package org.kith.directory.organisations.domain;

import java.util.List;

public sealed interface Organisation {
    record Unknown() implements Organisation {}

    record Identified(String programme, String area, String name, String kind, List<String> delivers) implements Organisation {}
}
