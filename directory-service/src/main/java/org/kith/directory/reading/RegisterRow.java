package org.kith.directory.reading;

/** @param <V> what a caller is shown of it */
public interface RegisterRow<V> {
    String id();

    V view();
}
