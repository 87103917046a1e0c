package org.kith.logicmodel.reading;

/** @param line from 1 */
public record ModelError(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
