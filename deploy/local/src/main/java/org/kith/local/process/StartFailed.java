package org.kith.local.process;

/** Something could not be started. The message is for the person at the terminal: what is wrong, and the remedy. */
public final class StartFailed extends RuntimeException {

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
