package org.kith.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's access to a person's data, as the audit keeps it.
 *
 * @param person whose data
 * @param about the resource that was asked for, {@code referral/0199…} and the like; nothing personal
 * @param actor opaque id of the account
 * @param organisation the account's organisation, if it has one
 */
public record Access(UUID person, String about, String actor, @Nullable String organisation, UUID correlationId) {}
