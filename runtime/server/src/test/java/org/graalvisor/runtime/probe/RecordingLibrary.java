package org.graalvisor.runtime.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.program.ScriptProgram;

/** Notes what is done with it and its isolates. Used by one thread at a time. */
final class RecordingLibrary implements FunctionLibrary {
    private static final InvocationOutcome DONE = new InvocationOutcome.Replied(new byte[0]);

    private final List<String> steps = new ArrayList<>();
    private int liveIsolates;
    private int callsUntilFailure = Integer.MAX_VALUE;

    List<String> steps() {
        return List.copyOf(steps);
    }

    int liveIsolates() {
        return liveIsolates;
    }

    void failAtCall(int number) {
        callsUntilFailure = number;
    }

    @Override
    public FunctionIsolate createIsolate(long maxHeapBytes) {
        steps.add("create " + maxHeapBytes);
        liveIsolates++;
        return new Isolate();
    }

    @Override
    public void close() {
        steps.add("close");
    }

    private final class Isolate implements FunctionIsolate {
        @Override
        public InvocationOutcome load(byte[] program) {
            ScriptProgram decoded = ScriptProgram.decode(program);
            steps.add("load " + decoded.entryPoint() + " " + decoded.contexts());
            return DONE;
        }

        @Override
        public InvocationOutcome openContext(int context) {
            steps.add("open " + context);
            return DONE;
        }

        @Override
        public InvocationOutcome invoke(int context, byte[] argumentsJson) {
            steps.add("call " + context + " " + new String(argumentsJson, StandardCharsets.UTF_8));
            callsUntilFailure--;
            return callsUntilFailure == 0 ? new InvocationOutcome.Threw("told to") : DONE;
        }

        @Override
        public void cancelContext(int context) {
            steps.add("cancel " + context);
        }

        @Override
        public void trim() {
            steps.add("trim");
        }

        @Override
        public void tearDown() {
            steps.add("tear down");
            liveIsolates--;
        }
    }
}
