package org.graalvisor.isolate;

/**
 * One sandbox: a Native Image isolate with its own heap. Used by one thread at a time; successive calls may come from
 * different threads.
 */
public interface FunctionIsolate {

    /**
     * Runs the function once.
     *
     * @param argumentsJson UTF-8 encoded JSON
     * @return the function's reply, or the way it failed
     */
    InvocationOutcome invoke(byte[] argumentsJson);

    /** Ends the isolate and gives its memory back to the operating system. Must not be called during {@link #invoke}. */
    void tearDown();
}
