package org.graalvisor.toolchain;

/** A native image cannot be built here; the message says what was tried, what went wrong and what to do. */
public final class ToolchainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, what went wrong and what to do
     */
    public ToolchainException(String message) {
        super(message);
    }

    /**
     * @param message what was tried, what went wrong and what to do
     * @param cause the failure underneath
     */
    public ToolchainException(String message, Throwable cause) {
        super(message, cause);
    }
}
