package org.kith.volunteer.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.volunteer.storage.PersonalDetails;

/**
 * @param personal name and contact: only for a coordinator of the programme, and absent once erased
 * @param erased whether name and contact were destroyed; absent for who may not see them anyway
 */
public record VolunteerView(
        String id, long version, String programme, String area, String source, Instant recruitedAt, List<Module> modules, boolean trained,
        @Nullable Instant trainedAt, @Nullable String certificate, List<Check> checks, List<String> regulatedRoles, @Nullable PersonalDetails personal, @Nullable Boolean erased) {

    public record Module(String module, String kind, Instant completedAt) {}

    /** That it was seen and is good. @param renewBy the last day on which it holds; absent where nothing sets one */
    @Schema(name = "VolunteerCheck")
    public record Check(String kind, @Nullable String evidence, @Nullable LocalDate issuedOn, @Nullable LocalDate checkedOn, @Nullable LocalDate renewBy) {}
}
