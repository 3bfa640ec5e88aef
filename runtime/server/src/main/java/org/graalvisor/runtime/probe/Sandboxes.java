package org.graalvisor.runtime.probe;

import java.util.Optional;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.program.ScriptProgram;

/** The three steps from a library to a reply, for Java and script functions alike; none may fail. */
final class Sandboxes {
    private final FunctionLibrary functions;
    private final long heapBytes;
    private final Optional<byte[]> program;
    private final byte[] arguments;

    /**
     * @param functions whose isolates are created
     * @param options what runs in them
     */
    Sandboxes(FunctionLibrary functions, ProbeOptions options) {
        this.functions = functions;
        this.heapBytes = options.maxHeapBytes() * options.program().map(ScriptProgram::contexts).orElse(1);
        this.program = options.program().map(ScriptProgram::encode);
        this.arguments = options.arguments();
    }

    FunctionIsolate create() {
        return functions.createIsolate(heapBytes);
    }

    /** Whether isolates are empty until {@link #load}. */
    boolean haveProgram() {
        return program.isPresent();
    }

    void load(FunctionIsolate isolate) {
        program.ifPresent(code -> require("loading the program", isolate.load(code)));
    }

    void openContext(FunctionIsolate isolate, int context) {
        require("opening context " + context, isolate.openContext(context));
    }

    void call(FunctionIsolate isolate, int context) {
        require("calling the function in context " + context, isolate.invoke(context, arguments));
    }

    /** Everything that happens once a process happens here: opening the library's file, the JDK's C libraries. */
    void warmUpProcess() {
        FunctionIsolate first = create();
        try {
            load(first);
            call(first, 0);
        } finally {
            first.tearDown();
        }
    }

    private static void require(String step, InvocationOutcome outcome) {
        if (!(outcome instanceof InvocationOutcome.Replied)) {
            throw new IllegalStateException(step + " failed: " + outcome);
        }
    }
}
