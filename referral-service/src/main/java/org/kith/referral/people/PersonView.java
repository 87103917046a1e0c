package org.kith.referral.people;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The references of a person, as far as the reader may see them.
 *
 * @param mergedInto the one under which they count; absent where it is this one
 * @param merged those that count under this one
 */
@Schema(name = "Person")
public record PersonView(UUID person, @Nullable UUID mergedInto, List<UUID> merged) {}
