package org.graalvisor.isolate;

/** The code given for a function cannot be loaded into this process. */
public final class UnloadableLibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, what went wrong and what to do
     */
    public UnloadableLibraryException(String message) {
        super(message);
    }
}
