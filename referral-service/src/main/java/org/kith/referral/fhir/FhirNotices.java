package org.kith.referral.fhir;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a referral, as a message of FHIR R4. */
@Singleton
public final class FhirNotices {
    public static final String MEDIA_TYPE = Systems.MEDIA_TYPE;

    private final FhirReading resources;

    FhirNotices(FhirReading resources) {
        this.resources = resources;
    }

    /**
     * @param message its id
     * @param organisation who referred
     * @param kind referral.accepted, referral.declined, referral.first-contact or referral.closed
     * @param detail code of the reason or the outcome
     */
    public record Notice(
            UUID message, UUID referral, UUID person, String organisation, String programme, String area, String kind, @Nullable String detail, Instant occurredAt) {}

    /** @return the same text whenever it is asked for; fails with a problem where too much is being written at the moment */
    public Uni<String> write(Notice notice) {
        return resources.write(() -> WrittenNotice.of(notice));
    }
}
