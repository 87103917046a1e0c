package org.kith.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** One version of a code list: label by code, in the list's order. */
public record CodeList(String list, int version, SequencedMap<String, String> codes) {
    public CodeList {
        codes = new LinkedHashMap<>(codes);
    }

    public boolean has(String code) {
        return codes.containsKey(code);
    }

    @Override
    public SequencedMap<String, String> codes() {
        return Collections.unmodifiableSequencedMap(codes);
    }
}
