package org.graalvisor.runtime.probe;

import java.util.ArrayList;
import java.util.List;
import org.graalvisor.isolate.FunctionIsolate;

/** Contexts that are added one by one, in one isolate or in an isolate each. */
final class ContextProbe {
    private final Sandboxes sandboxes;
    private final MetricOutput output;
    private final ProbeOptions.ScaleContexts plan;
    private final List<FunctionIsolate> isolates = new ArrayList<>();

    ContextProbe(Sandboxes sandboxes, MetricOutput output, ProbeOptions.ScaleContexts plan) {
        this.sandboxes = sandboxes;
        this.output = output;
        this.plan = plan;
    }

    void run() {
        try {
            sandboxes.warmUpProcess();
            for (int context = 0; context < plan.contexts(); context++) {
                long startNs = System.nanoTime();
                int number = add(context);
                output.ms("context_allocation_ms", context, System.nanoTime() - startNs);
                request(context, number);
                output.bytes(context, ProcessMemory.read());
            }
        } finally {
            isolates.forEach(FunctionIsolate::tearDown);
        }
    }

    /** Returns the number of the new context in the newest isolate. */
    private int add(int context) {
        if (plan.sharing() && context > 0) {
            sandboxes.openContext(isolates.getLast(), context);
            return context;
        }
        isolates.add(sandboxes.create());
        sandboxes.load(isolates.getLast());
        return 0;
    }

    private void request(int context, int number) {
        for (int i = 0; i < plan.requests(); i++) {
            long startNs = System.nanoTime();
            sandboxes.call(isolates.getLast(), number);
            output.ms("request_ms", context * plan.requests() + i, System.nanoTime() - startNs);
        }
    }
}
