package org.graalvisor.isolate;

/**
 * One sandbox: a Native Image isolate with its own heap. An isolate of a Java function runs it in context 0. An isolate of a
 * language library is told its function first and may run it in several contexts at once. A context is used by one thread
 * at a time; successive calls may come from different threads.
 */
public interface FunctionIsolate {

    /**
     * Runs the function once, in context 0.
     *
     * @param argumentsJson UTF-8 encoded JSON
     * @return the function's reply, or the way it failed
     */
    default InvocationOutcome invoke(byte[] argumentsJson) {
        return invoke(0, argumentsJson);
    }

    /**
     * Runs the function once.
     *
     * @param context an open context
     * @param argumentsJson UTF-8 encoded JSON
     * @return the function's reply, or the way it failed
     */
    InvocationOutcome invoke(int context, byte[] argumentsJson);

    /**
     * Tells an isolate of a language library its function, which opens context 0.
     *
     * @param program the encoded program
     * @return an empty reply, or the way it failed
     */
    InvocationOutcome load(byte[] program);

    /**
     * Opens another context of the function.
     *
     * @param context its number, which no open context has
     * @return an empty reply, or the way it failed
     */
    InvocationOutcome openContext(int context);

    /**
     * Stops what runs in a context, and closes it; other contexts go on. May be called while another thread is in
     * {@link #invoke}, which then returns. A Java function cannot be stopped.
     *
     * @param context its number
     */
    void cancelContext(int context);

    /**
     * Collects garbage, and gives what it took back to the operating system. Meant for an isolate that is idle; what runs in it
     * waits.
     */
    void trim();

    /** Ends the isolate and gives its memory back to the operating system. Must not be called during any other call. */
    void tearDown();
}
