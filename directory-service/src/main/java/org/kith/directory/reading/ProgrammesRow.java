package org.kith.directory.reading;

/** A row of one programme. */
public interface ProgrammesRow<V> extends VersionedRow<V> {
    /** Id of the programme. */
    String programme();
}
