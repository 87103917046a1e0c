package org.kith.directory.reading;

/** A row that stands for a stream: its version is the entity tag. */
public interface VersionedRow<V> extends RegisterRow<V> {
    long version();
}
