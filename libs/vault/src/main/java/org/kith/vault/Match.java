package org.kith.vault;

/** Somebody whom a hash found. {@code place} is the hash's among those that were asked for, from 0. */
public record Match(int place, PersonKey key) {}
