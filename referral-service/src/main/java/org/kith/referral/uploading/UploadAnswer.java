package org.kith.referral.uploading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is answered.
 *
 * @param status working, finished
 * @param results of the rows that are done, in the order of the file
 * @param next what {@code after} is to be for the next page; absent on the last
 */
@Schema(name = "ReferralUpload")
record UploadAnswer(
        UUID id, String status, Instant receivedAt, @Nullable Instant finishedAt, int rows, Counts counts, List<RowResult> results, @Nullable String next) {

    /** How many rows came to what. */
    @Schema(name = "UploadCounts")
    record Counts(int waiting, int received, int unchanged, int changed, int alreadyReferred, int refused) {
        static Counts of(Map<String, Integer> by) {
            return new Counts(
                    by.getOrDefault("", 0), by.getOrDefault(RowResult.RECEIVED, 0), by.getOrDefault(RowResult.UNCHANGED, 0),
                    by.getOrDefault(RowResult.CHANGED, 0), by.getOrDefault(RowResult.ALREADY_REFERRED, 0), by.getOrDefault(RowResult.REFUSED, 0));
        }
    }

    static UploadAnswer of(Upload upload, Counts counts, List<RowResult> results, int most) {
        return new UploadAnswer(
                upload.id(), upload.finishedAt() == null ? "working" : "finished", upload.receivedAt(), upload.finishedAt(), upload.rows(), counts, results,
                results.size() < most ? null : Integer.toString(results.getLast().row()));
    }
}
