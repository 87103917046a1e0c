package org.kith.reference;

import java.util.Map;

/** @param lawfulBasis coded, {@code public-task} and the like; {@code areas} name by code */
public record Programme(String id, String name, String lawfulBasis, Map<String, String> areas) {
    public Programme {
        areas = Map.copyOf(areas);
    }

    public boolean hasArea(String code) {
        return areas.containsKey(code);
    }
}
