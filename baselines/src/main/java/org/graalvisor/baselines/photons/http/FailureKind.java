package org.graalvisor.baselines.photons.http;

/** What can go wrong with a request; statuses and labels are those of the Graalvisor runtime. */
enum FailureKind {
    BAD_REQUEST(400, "bad-request"), UNKNOWN_FUNCTION(404, "unknown-function"), UNKNOWN_PATH(404,
            "unknown-path"), METHOD_NOT_ALLOWED(405, "method-not-allowed"), ALREADY_REGISTERED(409,
                    "already-registered"), CONTENT_TOO_LARGE(413, "content-too-large"), UNLOADABLE_CODE(422,
                            "unloadable-code"), FUNCTION_THREW(500, "function-threw"), INTERNAL(500,
                                    "internal"), NO_CAPACITY(503, "no-capacity"), DEADLINE(504,
                                            "deadline-exceeded"), OVER_BUDGET(507, "memory-budget-exceeded");

    private final int status;
    private final String label;

    FailureKind(int status, String label) {
        this.status = status;
        this.label = label;
    }

    int status() {
        return status;
    }

    String label() {
        return label;
    }
}
