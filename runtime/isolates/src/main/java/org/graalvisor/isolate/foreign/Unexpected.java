package org.graalvisor.isolate.foreign;

/** Method handles declare every throwable, though a downcall throws none of its own. */
final class Unexpected {
    private Unexpected() {}

    /** Throws a runtime exception or error as it is, and anything else as an error. */
    static RuntimeException rethrow(Throwable thrown) {
        switch (thrown) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError("a downcall threw", thrown);
        }
    }
}
