package org.kith.referral.uploading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.receiving.Sender;

/** A file as it is kept. */
record Upload(
        UUID id, String organisation, String actor, Set<String> programmes, UUID correlationId, List<Column> columns, int rows, Instant receivedAt,
        @Nullable Instant finishedAt) {
    private static final String DOOR = "csv";

    Sender sender() {
        return new Sender(organisation, actor, DOOR, programmes, null, correlationId);
    }

    /** A row that is not done, its cells still sealed. */
    record Waiting(int number, byte[] sealed) {}
}
