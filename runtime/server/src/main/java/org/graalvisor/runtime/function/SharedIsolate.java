package org.graalvisor.runtime.function;

import java.util.BitSet;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.IsolateCreationException;
import org.graalvisor.runtime.cpu.CpuGroup;

/** An isolate and which of its contexts are open. The set of contexts is guarded by the function that owns the isolate. */
final class SharedIsolate {
    private final FunctionIsolate isolate;
    private final CpuGroup cpuGroup;
    private final int capacity;
    private final BitSet contexts = new BitSet();
    private boolean retiring;
    /** Whether nothing ran since garbage was collected. */
    private volatile boolean trimmed;
    private boolean tornDown;

    SharedIsolate(FunctionIsolate isolate, CpuGroup cpuGroup, int capacity) {
        this.isolate = isolate;
        this.cpuGroup = cpuGroup;
        this.capacity = capacity;
    }

    /** Claims the number of a context that can be opened; -1 when there is none. */
    int claim() {
        int free = contexts.nextClearBit(0);
        if (retiring || free >= capacity) {
            return -1;
        }
        contexts.set(free);
        return free;
    }

    /**
     * Gives a number back.
     *
     * @return whether no context is left
     */
    boolean release(int context) {
        contexts.clear(context);
        return contexts.isEmpty();
    }

    boolean isLast(int context) {
        return contexts.cardinality() == 1 && contexts.get(context);
    }

    /** Opens no more contexts: a heap that was exhausted once serves nobody well. */
    void retire() {
        retiring = true;
    }

    boolean isRetiring() {
        return retiring;
    }

    /** Contexts that are open. */
    int contexts() {
        return contexts.cardinality();
    }

    boolean isTrimmed() {
        return trimmed;
    }

    FunctionIsolate isolate() {
        return isolate;
    }

    InvocationOutcome invoke(int context, byte[] argumentsJson) {
        trimmed = false;
        cpuGroup.enter();
        try {
            return isolate.invoke(context, argumentsJson);
        } finally {
            cpuGroup.leave();
        }
    }

    /** Gives back what invocations have left. */
    synchronized void trim() {
        if (tornDown) {
            return;
        }
        trimmed = true;
        try {
            isolate.trim();
        } catch (IsolateCreationException e) {
            // No thread can enter it; the next invocation will find that out and end the isolate.
        }
    }

    /** Waits for a collection that is under way. */
    synchronized void tearDown() {
        tornDown = true;
        try {
            isolate.tearDown();
        } finally {
            cpuGroup.close();
        }
    }
}
