package org.graalvisor.trace.replay;

/** An instance ended while it was needed. */
public final class InstanceDiedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which instance, and what is known of its end
     */
    public InstanceDiedException(String message) {
        super(message);
    }
}
