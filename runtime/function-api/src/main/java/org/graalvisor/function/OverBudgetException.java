package org.graalvisor.function;

/** The function needed more memory than its isolate may use; thrown where an OutOfMemoryError was wrapped on its way. */
public final class OverBudgetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries no message: there may be no memory for one. */
    public OverBudgetException() {
        super(null, null, false, false);
    }
}
