package org.kith.local.process;

/** Something could not be started. The message is for the person at the terminal: what is wrong, and the remedy. */
public final class StartFailed extends RuntimeException {

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param what  who did not answer, and where
     * @param part  name of its log
     * @param cause whose message is left out: a refused connection has none
     */
    public static StartFailed unanswered(String what, String part, Exception cause) {
        return new StartFailed("%s (%s). ./kith status says what runs, ./kith logs %s why.".formatted(what, cause.getClass().getSimpleName(), part), cause);
    }
}
