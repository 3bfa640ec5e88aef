package org.graalvisor.runtime.function;

import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.program.ScriptProgram;

/** A script function: a program that is loaded into isolates of its language's library. */
final class ScriptCode implements FunctionCode {
    private final FunctionLibrary functions;
    private final byte[] program;
    private final int contexts;

    ScriptCode(FunctionLibrary functions, ScriptProgram program) {
        this.functions = functions;
        this.program = program.encode();
        this.contexts = program.contexts();
    }

    @Override
    public FunctionIsolate createIsolate(long maxHeapBytes, CancellationWatch watch) {
        FunctionIsolate isolate = functions.createIsolate(maxHeapBytes);
        boolean loaded = false;
        Cancellation cancellation = new Cancellation(isolate, 0, true);
        try {
            InvocationOutcome outcome = watch.enter(cancellation)
                    ? isolate.load(program)
                    : new InvocationOutcome.Threw("its deadline passed before it was loaded");
            if (!(outcome instanceof InvocationOutcome.Replied)) {
                throw new ProgramLoadException(outcome);
            }
            loaded = true;
            return isolate;
        } finally {
            cancellation.end();
            if (!loaded) {
                isolate.tearDown();
            }
        }
    }

    @Override
    public int contexts() {
        return contexts;
    }

    @Override
    public void close() {
        // The library belongs to its language and stays.
    }
}
