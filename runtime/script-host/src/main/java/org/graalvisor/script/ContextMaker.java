package org.graalvisor.script;

import org.graalvm.polyglot.Context;

/** Builds the contexts of one function so that they share an engine, or not. Safe for several threads. */
public interface ContextMaker {

    /**
     * Builds a context.
     *
     * @param builder with everything set but the engine
     */
    Context build(Context.Builder builder);
}
