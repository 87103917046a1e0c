package org.kith.directory.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record SupportView(String id, String kind, @Nullable String dimension, Instant occurredAt) {}
