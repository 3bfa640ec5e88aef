package org.graalvisor.harness.jmh;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.graalvisor.isolate.foreign.ForeignIsolate;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An isolate that has served once and that no thread is attached to, in a pool of one. */
@State(Scope.Thread)
public class IdleIsolate {
    private final ConcurrentLinkedDeque<ForeignIsolate> pool = new ConcurrentLinkedDeque<>();
    private ForeignIsolate isolate;

    /** Creates it. */
    @Setup(Level.Trial)
    public void create(HelloLibrary library) {
        isolate = library.create();
        isolate.invoke(HelloLibrary.ARGUMENTS);
        pool.addFirst(isolate);
    }

    /** Tears it down. */
    @TearDown(Level.Trial)
    public void tearDown() {
        isolate.tearDown();
    }

    ForeignIsolate isolate() {
        return isolate;
    }

    ConcurrentLinkedDeque<ForeignIsolate> pool() {
        return pool;
    }
}
