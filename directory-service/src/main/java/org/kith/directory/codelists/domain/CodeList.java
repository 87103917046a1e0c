package org.kith.directory.codelists.domain;

import java.util.List;

public sealed interface CodeList {
    record Unpublished() implements CodeList {}

    record Published(int version, List<Code> codes) implements CodeList {}
}
