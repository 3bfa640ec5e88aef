package org.graalvisor.baselines.photons.state;

/** Static state was used from a thread that belongs to no invocation. */
public final class ForeignThreadException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * @param className the class whose state was used
     */
    ForeignThreadException(String className) {
        super("static state of " + className + " was used by thread '" + Thread.currentThread().getName()
                + "', which no invocation started");
    }
}
