package org.graalvisor.harness.platform;

/** The port chosen for a server was taken by another process before the server listened; another start helps. */
public final class PortTakenException extends SystemUnderTestException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which server, which port
     */
    public PortTakenException(String message) {
        super(message);
    }
}
