package org.kith.directory.partners;

import java.util.List;

/** Why a partner is shut out. Ours; part of the API. */
final class SuspensionReason {
    static final List<String> REASONS = List.of("secret-leaked", "agreement-ended", "under-investigation", "other");

    private SuspensionReason() {}
}
