package org.kith.directory.codelists.domain;

import java.time.Instant;
import java.util.List;

/** @param version from 1 */
public record PublishCodeList(String list, int version, List<Code> codes, Instant at) {
    public PublishCodeList {
        codes = List.copyOf(codes);
    }
}
