package org.graalvisor.baselines.photons.http;

/** A request that is answered with an error. */
final class RequestFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    /**
     * @param message what was tried, what went wrong and what to do; names the field and its value
     */
    RequestFailure(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }
}
