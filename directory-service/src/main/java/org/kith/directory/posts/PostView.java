package org.kith.directory.posts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param worker opaque id of the holder's account; absent while nobody holds it */
public record PostView(
        String id, long version, String programme, String role, List<String> areas, int fteHundredths, @Nullable String worker,
        @Nullable LocalDate heldFrom) {}
