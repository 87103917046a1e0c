package org.kith.referral.uploading;

import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.UUID;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;

/** What a file has brought in: a row that goes into the commit of the referral's events. */
public final class UploadTables {
    public static final CompanionTable REFERENCE = CompanionTable.claim(
            "referral_upload_reference", List.of("hash"),
            column("hash", ColumnType.BYTEA),
            column("content", ColumnType.BYTEA),
            column("upload", ColumnType.UUID),
            column("row", ColumnType.INT),
            column("referral", ColumnType.UUID));

    private UploadTables() {}

    static CompanionRow reference(RowHashes hashes, UUID upload, int row, UUID referral) {
        return REFERENCE.row(hashes.reference(), hashes.content(), upload, row, referral);
    }
}
