package org.kith.volunteer.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A volunteer in a list: nothing that identifies them. */
public record VolunteerItem(String id, String programme, String area, String source, Instant recruitedAt, @Nullable Instant trainedAt) {}
