package org.graalvisor.function;

/** A failure whose message is already what the caller should read, such as an exception with the guest's stack. */
public final class FunctionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message the whole text of the reply
     */
    public FunctionFailure(String message) {
        super(message, null, false, false);
    }
}
