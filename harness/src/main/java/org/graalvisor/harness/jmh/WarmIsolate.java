package org.graalvisor.harness.jmh;

import org.graalvisor.isolate.foreign.AttachedThread;
import org.graalvisor.isolate.foreign.ForeignIsolate;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An isolate that has served once, with the benchmark's thread attached to it. */
@State(Scope.Thread)
public class WarmIsolate {
    private ForeignIsolate isolate;
    private AttachedThread thread;

    /** Creates it. */
    @Setup(Level.Trial)
    public void create(HelloLibrary library) {
        isolate = library.create();
        isolate.invoke(HelloLibrary.ARGUMENTS);
        thread = isolate.attachThread();
    }

    /** Tears it down. */
    @TearDown(Level.Trial)
    public void tearDown() {
        thread.close();
        isolate.tearDown();
    }

    AttachedThread thread() {
        return thread;
    }
}
