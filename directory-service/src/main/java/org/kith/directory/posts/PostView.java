package org.kith.directory.posts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is read.
 *
 * @param worker opaque id of the holder's account; absent while nobody holds it
 * @param absentFrom the first day of the absence that was told last, over or not; {@code absentUntil} absent while its end is not known
 */
public record PostView(
        String id, long version, String programme, String role, List<String> areas, int fteHundredths, @Nullable String worker,
        @Nullable LocalDate heldFrom, @Nullable Integer expectedClients, @Nullable LocalDate mobilisationUntil, @Nullable Integer mobilisationClients,
        @Nullable Integer caseloadLimit, List<String> specialisms, @Nullable LocalDate absentFrom, @Nullable LocalDate absentUntil) {}
