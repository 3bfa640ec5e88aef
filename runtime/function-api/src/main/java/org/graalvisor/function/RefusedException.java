package org.graalvisor.function;

/** Code that is no function, or not the one its registration names. The message is for whoever registered it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and where
     */
    public RefusedException(String message) {
        super(message, null, false, false);
    }
}
