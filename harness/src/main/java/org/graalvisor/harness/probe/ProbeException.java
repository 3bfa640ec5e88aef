package org.graalvisor.harness.probe;

/** A probe failed, took too long or printed something else than measurements. */
public final class ProbeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was tried, what went wrong and where to look
     */
    public ProbeException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what was tried, what went wrong and where to look
     * @param cause the failure below
     */
    public ProbeException(String message, Throwable cause) {
        super(message, cause);
    }
}
