package org.graalvisor.harness.jmh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.foreign.ForeignFunctionLibrary;
import org.graalvisor.isolate.foreign.ForeignIsolate;
import org.graalvisor.isolate.foreign.ForeignLibraryLoader;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The helloworld library, loaded once a fork. */
@State(Scope.Benchmark)
public class HelloLibrary {
    /** System property that names the library's file. */
    public static final String PROPERTY = "graalvisor.benchmark.code";

    static final byte[] ARGUMENTS = "{}".getBytes(StandardCharsets.UTF_8);
    private static final long HEAP_BYTES = 16L << 20;

    private FunctionLibrary library;

    /** Loads it and creates its first isolate, which sets up the JDK's C libraries once a process. */
    @Setup(Level.Trial)
    public void load() {
        library = new ForeignLibraryLoader().load(Path.of(System.getProperty(PROPERTY)));
        create().tearDown();
    }

    /** Unloads it. */
    @TearDown(Level.Trial)
    public void unload() {
        library.close();
    }

    ForeignIsolate create() {
        return ((ForeignFunctionLibrary) library).createIsolate(HEAP_BYTES);
    }
}
