package org.kith.directory.partners;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.partners.domain.Access;

/**
 * A partner, without its secret.
 *
 * @param code of the organisation or the practice
 * @param generation of its credentials; {@code previousUntil} until when those before are good too
 * @param suspended why, while it is
 */
@Schema(name = "Partner")
public record PartnerView(
        String id, String kind, String name, String code, List<Access> access, int generation, @Nullable Instant previousUntil,
        @Nullable String suspended) {}
