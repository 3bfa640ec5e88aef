package org.graalvisor.runtime.error;

/**
 * A request that is answered with an error. Carries no stack trace: it says what is wrong with the request, not with the
 * runtime, and a client must not be able to make the runtime walk stacks.
 */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String extraHeaders;

    /**
     * @param kind what went wrong
     * @param message what was tried, what went wrong and what to do; names the field and its value
     */
    public RequestException(ErrorKind kind, String message) {
        this(kind, message, "");
    }

    /**
     * @param kind what went wrong
     * @param message what was tried, what went wrong and what to do
     * @param extraHeaders header lines of the answer, each with its CRLF
     */
    public RequestException(ErrorKind kind, String message, String extraHeaders) {
        super(message, null, false, false);
        this.kind = kind;
        this.extraHeaders = extraHeaders;
    }

    /** Header lines that belong to the answer, each with its CRLF, mostly none. */
    public String extraHeaders() {
        return extraHeaders;
    }

    /** What went wrong. */
    public ErrorKind kind() {
        return kind;
    }
}
