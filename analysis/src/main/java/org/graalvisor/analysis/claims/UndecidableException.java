package org.graalvisor.analysis.claims;

/** A claim cannot be decided from the results at hand. */
final class UndecidableException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is missing
     */
    UndecidableException(String reason) {
        super(reason);
    }
}
