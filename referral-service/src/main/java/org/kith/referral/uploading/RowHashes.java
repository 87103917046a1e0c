package org.kith.referral.uploading;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kith.vault.Vault;

/**
 * By which a row is known again: its sender's reference in its programme, and all that it says. Keyed, so that neither can be
 * guessed from the table.
 */
record RowHashes(byte[] reference, byte[] content) {

    static RowHashes of(Vault vault, String organisation, String programme, String reference, List<Column> columns, List<String> cells) {
        var known = String.join("\u0000", organisation, programme, reference);
        return new RowHashes(vault.hash("upload-reference", known), vault.hash("upload-row", known + "\u0000" + said(columns, cells)));
    }

    /** Whatever the order of the columns, and whether an empty one is there or not. */
    private static String said(List<Column> columns, List<String> cells) {
        return IntStream.range(0, Math.min(columns.size(), cells.size()))
                .filter(i -> !cells.get(i).isBlank())
                .mapToObj(i -> List.of(columns.get(i).title(), cells.get(i).strip()))
                .sorted((one, other) -> one.getFirst().compareTo(other.getFirst()))
                .flatMap(Collection::stream)
                .collect(Collectors.joining("\u0000"));
    }
}
