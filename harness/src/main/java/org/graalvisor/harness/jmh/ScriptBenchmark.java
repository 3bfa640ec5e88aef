package org.graalvisor.harness.jmh;

import java.util.concurrent.TimeUnit;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What isolates and contexts of script functions cost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScriptBenchmark {
    private static final int SECOND_CONTEXT = 1;

    /** A context without sharing: an isolate of its own, with the program loaded. */
    @Benchmark
    public void createLoadAndTearDown(ScriptLibrary library) {
        library.createLoaded().tearDown();
    }

    /** The whole life of an isolate that serves once. */
    @Benchmark
    public InvocationOutcome createLoadInvokeAndTearDown(ScriptLibrary library) {
        FunctionIsolate isolate = library.createLoaded();
        InvocationOutcome outcome = library.invoke(isolate, 0);
        isolate.tearDown();
        return outcome;
    }

    /** A context with sharing: another one of an isolate that is warm. */
    @Benchmark
    public void openAndCancelContext(WarmScript warm) {
        ScriptLibrary.require(warm.isolate().openContext(SECOND_CONTEXT));
        warm.isolate().cancelContext(SECOND_CONTEXT);
    }

    /** The whole life of such a context that serves once. */
    @Benchmark
    public InvocationOutcome openInvokeAndCancelContext(WarmScript warm) {
        ScriptLibrary.require(warm.isolate().openContext(SECOND_CONTEXT));
        InvocationOutcome outcome = warm.invoke(SECOND_CONTEXT);
        warm.isolate().cancelContext(SECOND_CONTEXT);
        return outcome;
    }

    /** A call into a context that is open, attaching the thread as the runtime does. */
    @Benchmark
    public InvocationOutcome invokeOpenContext(WarmScript warm) {
        return warm.invoke(0);
    }
}
