package org.graalvisor.baselines.openwhisk.hotspot;

/** A request that is answered with an error. */
final class ProxyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status HTTP status
     * @param message value of "error" in the reply
     */
    ProxyException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
