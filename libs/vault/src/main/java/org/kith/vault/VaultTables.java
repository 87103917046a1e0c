package org.kith.vault;

import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.UUID;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;

/** New keys and hashes: rows that go into the commit of the events that need them. */
public final class VaultTables {
    /** Claimed, so that two who meet the same number at once make one person. */
    public static final CompanionTable IDENTIFIER = CompanionTable.claim(
            "vault_identifier", List.of("hash"), column("hash", ColumnType.BYTEA), column("person", ColumnType.UUID));

    public static final CompanionTable KEY = CompanionTable.rows(
            "vault_key", column("person", ColumnType.UUID), column("key_id", ColumnType.TEXT), column("wrapped", ColumnType.BYTEA));

    private VaultTables() {}

    /** The key of somebody new. */
    public static CompanionRow key(PersonKey key) {
        return KEY.row(key.person(), key.wrapped().keyId(), key.wrapped().bytes());
    }

    /** @param hash from {@link Vault#hash} */
    public static CompanionRow identifier(byte[] hash, UUID person) {
        return IDENTIFIER.row(hash, person);
    }
}
