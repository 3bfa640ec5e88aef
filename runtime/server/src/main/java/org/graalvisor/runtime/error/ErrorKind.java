package org.graalvisor.runtime.error;

/** What can go wrong with a request. Each kind has exactly one HTTP status; clients tell kinds apart by {@link #label}. */
public enum ErrorKind {
    BAD_REQUEST(400, "bad-request"), UNKNOWN_FUNCTION(404, "unknown-function"), UNKNOWN_PATH(404,
            "unknown-path"), METHOD_NOT_ALLOWED(405, "method-not-allowed"), REQUEST_TIMEOUT(408,
                    "request-timeout"), ALREADY_REGISTERED(409, "already-registered"), CONTENT_TOO_LARGE(413,
                            "content-too-large"), TARGET_TOO_LONG(414, "target-too-long"), EXPECTATION_FAILED(417,
                                    "expectation-failed"), UNLOADABLE_CODE(422, "unloadable-code"), HEADERS_TOO_LARGE(
                                            431, "headers-too-large"), FUNCTION_THREW(500, "function-threw"), INTERNAL(
                                                    500, "internal"), UNSUPPORTED_CODING(501,
                                                            "unsupported-transfer-coding"), NO_CAPACITY(503,
                                                                    "no-capacity"), DEADLINE(504,
                                                                            "deadline-exceeded"), UNSUPPORTED_VERSION(
                                                                                    505,
                                                                                    "unsupported-http-version"), OVER_BUDGET(
                                                                                            507,
                                                                                            "memory-budget-exceeded");

    private final int status;
    private final String label;

    ErrorKind(int status, String label) {
        this.status = status;
        this.label = label;
    }

    /** The HTTP status this kind is answered with. */
    public int status() {
        return status;
    }

    /** The value of "error" in the reply's body. */
    public String label() {
        return label;
    }
}
