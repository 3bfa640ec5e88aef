package org.graalvisor.isolate;

/** An isolate could not be created, usually because the machine ran out of memory or address space. */
public final class IsolateCreationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried and which error code came back
     */
    public IsolateCreationException(String message) {
        super(message);
    }
}
