package org.graalvisor.workloads.catalogue.check;

/** An answer that is not correct; the message says in what. */
final class WrongOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOutputException(String message) {
        super(message);
    }
}
