package org.graalvisor.script;

import java.nio.ByteBuffer;
import org.graalvisor.program.ScriptLanguage;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** What differs between the languages of script functions. */
public interface LanguageSupport {

    /** The language. */
    ScriptLanguage language();

    /**
     * Sets the options a context of the language needs.
     *
     * @param builder of the context
     */
    void configure(Context.Builder builder);

    /**
     * Readies a context that is made while an image is built: whatever it leaves there is in the context of every function.
     *
     * @param context entered by the calling thread
     */
    default void prepare(Context context) {
        // Most languages are ready as they come.
    }

    /**
     * Evaluates a function's code.
     *
     * @param context entered by nobody else
     * @param files of the function
     * @return what its entry point is looked up in
     */
    Value evaluate(Context context, ProgramFiles files);

    /**
     * What the language can take bytes as, without a step for each byte.
     *
     * @param bytes changed by nobody
     * @return a value of the current context
     */
    default Object buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }

    /**
     * Waits for a result that the language delivers later, such as a JavaScript promise.
     *
     * @param result of the entry point
     * @return the value itself
     */
    default Value settle(Value result) {
        return result;
    }
}
