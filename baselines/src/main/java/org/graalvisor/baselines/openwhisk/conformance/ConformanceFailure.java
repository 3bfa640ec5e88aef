package org.graalvisor.baselines.openwhisk.conformance;

/** A runtime does not do what an item asks for. */
public final class ConformanceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, what was expected and what was seen
     */
    public ConformanceFailure(String message) {
        super(message);
    }
}
