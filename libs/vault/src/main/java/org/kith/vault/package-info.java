/**
 * Keeps what identifies a person apart from what happened. Each person has a data key of their own (AES-256-GCM), wrapped
 * by a key-encryption key that can be rotated; identifiers are found again through keyed hashes alone. Destroying a
 * person's key and hashes makes everything sealed for them unreadable wherever a copy of it may lie, and is written to a
 * ledger outside the database, so that a restored backup forgets them again.
 */
@NullMarked
package org.kith.vault;

import org.jspecify.annotations.NullMarked;
