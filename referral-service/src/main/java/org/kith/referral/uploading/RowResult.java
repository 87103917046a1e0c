package org.kith.referral.uploading;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.FieldError;

/**
 * What became of a row.
 *
 * @param row as a spreadsheet counts: the first of the file is 1
 * @param result received, unchanged, changed, already-referred, refused; absent while it waits
 * @param referral that it led to, or that is there already
 * @param errors why it was refused, by column; never a value
 */
@Schema(name = "UploadedRow")
record RowResult(int row, @Nullable String result, @Nullable UUID referral, List<FieldError> errors) {
    static final String RECEIVED = "received";
    /** The same row came before, in this file or an earlier one. */
    static final String UNCHANGED = "unchanged";
    /** A row under the same reference came before and said something else; nothing was done. */
    static final String CHANGED = "changed";
    /** The same person was referred under the same reference through another door. */
    static final String ALREADY_REFERRED = "already-referred";
    static final String REFUSED = "refused";

    static RowResult of(int row, String result, UUID referral) {
        return new RowResult(row, result, referral, List.of());
    }

    static RowResult changed(int row, UUID referral) {
        return new RowResult(row, CHANGED, referral, List.of(new FieldError(
                Column.EXTERNAL_REFERENCE.title(), "changed", "This row was uploaded before and said something else. Nothing was done: a change is made in the referral itself.")));
    }

    static RowResult refused(int row, List<FieldError> errors) {
        return new RowResult(row, REFUSED, null, errors);
    }
}
