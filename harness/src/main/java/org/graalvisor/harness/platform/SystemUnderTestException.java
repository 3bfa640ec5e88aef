package org.graalvisor.harness.platform;

/** A system under test could not be started, ended on its own or refused what it must accept. */
public class SystemUnderTestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, what went wrong and where to look
     */
    public SystemUnderTestException(String message) {
        super(message);
    }

    /**
     * @param message what was tried, what went wrong and where to look
     * @param cause the failure below
     */
    public SystemUnderTestException(String message, Throwable cause) {
        super(message, cause);
    }
}
