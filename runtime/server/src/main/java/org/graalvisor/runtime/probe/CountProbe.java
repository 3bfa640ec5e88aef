package org.graalvisor.runtime.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.graalvisor.isolate.FunctionIsolate;

/** Isolates that are kept alive together: all are created, then all are loaded, then all are called. */
final class CountProbe {
    private final Sandboxes sandboxes;
    private final MetricOutput output;
    private final int count;
    private final List<FunctionIsolate> isolates = new ArrayList<>();

    CountProbe(Sandboxes sandboxes, MetricOutput output, int count) {
        this.sandboxes = sandboxes;
        this.output = output;
        this.count = count;
    }

    void run() {
        long startNs = System.nanoTime();
        FunctionIsolate first = sandboxes.create();
        output.us("library_first_isolate_us", 0, System.nanoTime() - startNs);
        sandboxes.load(first);
        sandboxes.call(first, 0);
        first.tearDown();
        try {
            measure();
        } finally {
            tearDown();
        }
    }

    private void measure() {
        // Reading the counter faults too; the second of two readings in a row tells how often.
        long warmUp = ProcessMemory.minorFaultsOfThisThread();
        long readingFaults = ProcessMemory.minorFaultsOfThisThread() - warmUp;
        ProcessMemory before = ProcessMemory.read();
        long[] createNs = new long[count];
        long[] loadNs = new long[count];
        long[] callNs = new long[count];
        long createFaults = phase(createNs, i -> isolates.add(sandboxes.create())) - readingFaults;
        long loadFaults = phase(loadNs, i -> sandboxes.load(isolates.get(i))) - readingFaults;
        long callFaults = phase(callNs, i -> sandboxes.call(isolates.get(i), 0)) - readingFaults;
        ProcessMemory after = ProcessMemory.read();
        for (int i = 0; i < count; i++) {
            output.us("isolate_create_us", i, createNs[i]);
            output.us("isolate_first_call_us", i, callNs[i]);
            long coldStartNs = createNs[i] + callNs[i];
            if (sandboxes.haveProgram()) {
                output.us("program_load_us", i, loadNs[i]);
                coldStartNs += loadNs[i];
            }
            output.ms("isolate_cold_start_ms", i, coldStartNs);
        }
        faults("page_faults_per_isolate", createFaults);
        faults("page_faults_per_first_call", callFaults);
        if (sandboxes.haveProgram()) {
            faults("page_faults_per_load", loadFaults);
        }
        output.bytes(0, before);
        output.bytes(1, after);
    }

    /** Returns the page faults of all steps. */
    private long phase(long[] durationsNs, IntConsumer step) {
        long faultsBefore = ProcessMemory.minorFaultsOfThisThread();
        for (int i = 0; i < count; i++) {
            long startNs = System.nanoTime();
            step.accept(i);
            durationsNs[i] = System.nanoTime() - startNs;
        }
        return ProcessMemory.minorFaultsOfThisThread() - faultsBefore;
    }

    private void faults(String metric, long total) {
        if (count > 0) {
            output.print(metric, "faults", 0, total / (double) count);
        }
    }

    private void tearDown() {
        for (int i = 0; i < isolates.size(); i++) {
            long startNs = System.nanoTime();
            isolates.get(i).tearDown();
            output.us("isolate_tear_down_us", i, System.nanoTime() - startNs);
        }
    }
}
