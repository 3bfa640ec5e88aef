package org.graalvisor.workloads.java;

/** Returns a greeting: the smallest function of Table 1. */
public final class HelloWorld {
    private HelloWorld() {}

    /**
     * Greets.
     *
     * @param argumentsJson ignored
     * @return {@code {"result":"Hello World!"}}
     */
    public static String main(String argumentsJson) {
        return "{\"result\":\"Hello World!\"}";
    }
}
