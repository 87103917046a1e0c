package org.kith.referral.uploading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.receiving.Sender;

/** A file as it is kept. @param mayBringOver whether its sender may say what had become of a referral elsewhere */
record Upload(
        UUID id, String organisation, String actor, Set<String> programmes, UUID correlationId, List<Column> columns, int rows, boolean mayBringOver, Instant receivedAt,
        @Nullable Instant finishedAt) {
    private static final String DOOR = "csv";
    private static final String OPENING_BALANCE = "opening-balance";

    Sender sender() {
        return sender(DOOR);
    }

    /** Of what began before its programme came here, so that it can be told from what came by file. */
    Sender bringingOver() {
        return sender(OPENING_BALANCE);
    }

    private Sender sender(String door) {
        return new Sender(organisation, actor, door, programmes, null, correlationId);
    }

    /** A row that is not done, its cells still sealed. */
    record Waiting(int number, byte[] sealed) {}
}
