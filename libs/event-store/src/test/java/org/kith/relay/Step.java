package org.kith.relay;

/** Where a relay can be when its process ends. */
enum Step {
    /** It has asked for rows, and is about to be told. */
    READ,
    /** It has handed part of a batch to its producer. */
    SENT,
    /** The broker has acknowledged a batch, of which no row is deleted yet. */
    ACKNOWLEDGED,
    /** Rows are deleted, and it has not been told. */
    DELETED
}
