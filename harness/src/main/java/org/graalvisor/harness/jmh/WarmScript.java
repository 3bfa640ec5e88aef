package org.graalvisor.harness.jmh;

import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An isolate whose first context has served, so that further ones find its code. */
@State(Scope.Thread)
public class WarmScript {
    private ScriptLibrary library;
    private FunctionIsolate isolate;

    /** Creates it. */
    @Setup(Level.Trial)
    public void create(ScriptLibrary loaded) {
        library = loaded;
        isolate = library.createLoaded();
        library.invoke(isolate, 0);
    }

    /** Tears it down. */
    @TearDown(Level.Trial)
    public void tearDown() {
        isolate.tearDown();
    }

    /** Benchmarks get the library from here: of two parameters JMH may unload the library first. */
    InvocationOutcome invoke(int context) {
        return library.invoke(isolate, context);
    }

    FunctionIsolate isolate() {
        return isolate;
    }
}
