package org.graalvisor.harness.jmh;

import java.util.concurrent.TimeUnit;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.foreign.AttachedThread;
import org.graalvisor.isolate.foreign.ForeignIsolate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What the steps of one invocation cost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class IsolateBenchmark {

    /** Creates an isolate and tears it down without using it. */
    @Benchmark
    public void createAndTearDown(HelloLibrary library) {
        library.create().tearDown();
    }

    /** The whole life of an isolate that serves once. */
    @Benchmark
    public InvocationOutcome createInvokeAndTearDown(HelloLibrary library) {
        ForeignIsolate isolate = library.create();
        InvocationOutcome outcome = isolate.invoke(HelloLibrary.ARGUMENTS);
        isolate.tearDown();
        return outcome;
    }

    /** A call into an isolate that the thread is attached to. */
    @Benchmark
    public InvocationOutcome warmInvoke(WarmIsolate isolate) {
        return isolate.thread().invoke(HelloLibrary.ARGUMENTS);
    }

    /** Attaching a thread to an isolate and detaching it. */
    @Benchmark
    public void attachAndDetach(IdleIsolate idle) {
        AttachedThread thread = idle.isolate().attachThread();
        thread.close();
    }

    /** What the runtime does for a warm start: take an isolate from the pool, attach, call, detach, put it back. */
    @Benchmark
    public InvocationOutcome acquireInvokeAndRelease(IdleIsolate idle) {
        ForeignIsolate isolate = idle.pool().pollFirst();
        InvocationOutcome outcome = isolate.invoke(HelloLibrary.ARGUMENTS);
        idle.pool().addFirst(isolate);
        return outcome;
    }

    /** The pool alone: taking an isolate and putting it back. */
    @Benchmark
    public ForeignIsolate acquireAndRelease(IdleIsolate idle) {
        ForeignIsolate isolate = idle.pool().pollFirst();
        idle.pool().addFirst(isolate);
        return isolate;
    }
}
