package org.kith.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param lawfulBasis coded, {@code public-task} and the like; {@code areas} name by code
 * @param nation of the United Kingdom, whose lists it goes by; null where nobody said
 */
public record Programme(String id, String name, String lawfulBasis, Map<String, String> areas, @Nullable String nation) {
    public Programme {
        areas = Map.copyOf(areas);
    }

    public boolean hasArea(String code) {
        return areas.containsKey(code);
    }
}
