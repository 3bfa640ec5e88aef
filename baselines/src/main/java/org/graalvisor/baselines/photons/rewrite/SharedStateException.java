package org.graalvisor.baselines.photons.rewrite;

/** An invocation changed what all invocations share; it was put right again, but others may have seen it. */
public final class SharedStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param path enum, constant and field
     */
    SharedStateException(String path) {
        super(path + ": an array that all invocations share was changed");
    }
}
