package org.graalvisor.function;

/**
 * What the exported entry points of a function library lead to: the code of one isolate. A Java function's code is in its
 * library and needs only {@link #invoke}; a language library is told its function first.
 *
 * <p>
 * A context is used by one thread at a time; different contexts, and {@link #cancel}, may be called at once.
 */
public interface FunctionHost {

    /**
     * Takes the function's code and makes its first context, number 0.
     *
     * @param program in the form the library's language defines
     * @throws RefusedException when this is no function
     */
    default void load(byte[] program) {
        throw new RefusedException("this library holds one Java function and loads no other code");
    }

    /**
     * Makes another context of the function.
     *
     * @param context its number, from 1
     */
    default void open(int context) {
        throw new RefusedException("a Java function has no contexts");
    }

    /**
     * Runs the function once.
     *
     * @param context number of an open context; 0 for Java functions
     * @param argumentsJson arguments as JSON text
     * @return reply as JSON text
     * @throws Exception whatever the function throws
     */
    String invoke(int context, String argumentsJson) throws Exception;

    /**
     * Stops what runs in a context and closes it; called by another thread than the one that runs.
     *
     * @param context its number
     */
    default void cancel(int context) {}
}
