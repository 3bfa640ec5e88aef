package org.graalvisor.script.helper;

/** A helper that could not do what it was asked; guest code sees the message as an error of its own language. */
public final class HelperException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, what went wrong, and what to do where that is known
     */
    public HelperException(String message) {
        super(message, null, false, false);
    }
}
