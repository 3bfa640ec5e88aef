package org.graalvisor.harness.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.foreign.ForeignLibraryLoader;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The library of a script language and a program for it, loaded once a fork. */
@State(Scope.Benchmark)
public class ScriptLibrary {
    /** System property that names the file with the encoded program. */
    public static final String PROGRAM_PROPERTY = "graalvisor.benchmark.program";
    /** System property that names the file with the arguments of every call. */
    public static final String ARGUMENTS_PROPERTY = "graalvisor.benchmark.arguments";
    /** System property that tells the budget of a context in bytes. */
    public static final String HEAP_PROPERTY = "graalvisor.benchmark.heap";

    /** Contexts of the program that share an isolate. */
    public static final int CONTEXTS = 2;

    private FunctionLibrary library;
    private byte[] program;
    private byte[] arguments;

    /** Loads it and creates its first isolate, which sets up the JDK's C libraries once a process. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        library = new ForeignLibraryLoader().load(Path.of(System.getProperty(HelloLibrary.PROPERTY)));
        program = Files.readAllBytes(Path.of(System.getProperty(PROGRAM_PROPERTY)));
        arguments = Files.readAllBytes(Path.of(System.getProperty(ARGUMENTS_PROPERTY)));
        FunctionIsolate first = createLoaded();
        invoke(first, 0);
        first.tearDown();
    }

    /** Unloads it. */
    @TearDown(Level.Trial)
    public void unload() {
        library.close();
    }

    FunctionIsolate createLoaded() {
        FunctionIsolate isolate = library.createIsolate(CONTEXTS * Long.getLong(HEAP_PROPERTY));
        require(isolate.load(program));
        return isolate;
    }

    InvocationOutcome invoke(FunctionIsolate isolate, int context) {
        return require(isolate.invoke(context, arguments));
    }

    /** A benchmark of failures would look fast. */
    static InvocationOutcome require(InvocationOutcome outcome) {
        if (!(outcome instanceof InvocationOutcome.Replied)) {
            throw new IllegalStateException("a step of the benchmark failed: " + outcome);
        }
        return outcome;
    }
}
