package org.graalvisor.runtime.probe;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graalvisor.isolate.FunctionIsolate;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.InvocationOutcome;
import org.graalvisor.isolate.LibraryLoader;

/**
 * Creates isolates of one function, calls each once, and prints what that cost as JSON lines of metric, unit, index and
 * value.
 */
public final class IsolateProbe implements Runnable {
    private static final byte[] ARGUMENTS = "{}".getBytes(StandardCharsets.UTF_8);
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_FAILED = 5;

    private final ProbeOptions options;
    private final LibraryLoader loader;
    private final PrintStream output;

    private IsolateProbe(ProbeOptions options, LibraryLoader loader, PrintStream output) {
        this.options = options;
        this.loader = loader;
        this.output = output;
    }

    /**
     * Runs the probe on a thread of its own: on the main thread the C library reads /proc/self/maps at each creation.
     *
     * @param arguments the command line
     * @param loader loads the library
     * @return the process's exit code
     */
    public static int run(List<String> arguments, LibraryLoader loader) {
        ProbeOptions options;
        try {
            options = ProbeOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("probe-isolates: " + e.getMessage() + "\n" + ProbeOptions.USAGE);
            return EXIT_USAGE;
        }
        boolean[] failed = new boolean[1];
        Thread thread = new Thread(new IsolateProbe(options, loader, System.out), "isolate-probe");
        thread.setUncaughtExceptionHandler((ended, thrown) -> {
            failed[0] = true;
            System.err.println("probe-isolates: " + thrown);
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        return failed[0] ? EXIT_FAILED : 0;
    }

    @Override
    public void run() {
        try (FunctionLibrary library = loader.load(options.library())) {
            // The first isolate of a library also opens the library's file and sets up the JDK's C libraries, once a process.
            long startNs = System.nanoTime();
            FunctionIsolate first = library.createIsolate(options.maxHeapBytes());
            print("library_first_isolate_us", "us", 0, (System.nanoTime() - startNs) / 1e3);
            call(first);
            first.tearDown();
            measure(library);
        }
    }

    private void measure(FunctionLibrary library) {
        int count = options.count();
        FunctionIsolate[] isolates = new FunctionIsolate[count];
        long[] createNs = new long[count];
        long[] callNs = new long[count];
        // Reading the counter faults too; the second of two readings in a row tells how often.
        long warmUp = ProcessMemory.minorFaultsOfThisThread();
        long readingFaults = ProcessMemory.minorFaultsOfThisThread() - warmUp;
        ProcessMemory before = ProcessMemory.read();
        long faultsBefore = ProcessMemory.minorFaultsOfThisThread();
        for (int i = 0; i < count; i++) {
            long startNs = System.nanoTime();
            isolates[i] = library.createIsolate(options.maxHeapBytes());
            createNs[i] = System.nanoTime() - startNs;
        }
        long createFaults = ProcessMemory.minorFaultsOfThisThread() - faultsBefore - readingFaults;
        for (int i = 0; i < count; i++) {
            long startNs = System.nanoTime();
            call(isolates[i]);
            callNs[i] = System.nanoTime() - startNs;
        }
        ProcessMemory after = ProcessMemory.read();
        for (int i = 0; i < count; i++) {
            print("isolate_create_us", "us", i, createNs[i] / 1e3);
            print("isolate_first_call_us", "us", i, callNs[i] / 1e3);
            print("isolate_cold_start_ms", "ms", i, (createNs[i] + callNs[i]) / 1e6);
        }
        if (count > 0) {
            print("page_faults_per_isolate", "faults", 0, createFaults / (double) count);
        }
        print(0, before);
        print(1, after);
        tearDown(isolates);
    }

    private void tearDown(FunctionIsolate[] isolates) {
        for (int i = 0; i < isolates.length; i++) {
            long startNs = System.nanoTime();
            isolates[i].tearDown();
            print("isolate_tear_down_us", "us", i, (System.nanoTime() - startNs) / 1e3);
        }
    }

    private static void call(FunctionIsolate isolate) {
        if (!(isolate.invoke(ARGUMENTS) instanceof InvocationOutcome.Replied)) {
            throw new IllegalStateException("the function failed in a fresh isolate");
        }
    }

    private void print(int index, ProcessMemory memory) {
        print("rss_bytes", "bytes", index, (double) memory.rssBytes());
        print("pss_bytes", "bytes", index, (double) memory.pssBytes());
        print("private_dirty_bytes", "bytes", index, (double) memory.privateDirtyBytes());
    }

    private void print(String metric, String unit, int index, double value) {
        output.println("{\"metric\":\"" + metric + "\",\"unit\":\"" + unit + "\",\"index\":" + index + ",\"value\":"
                + value + "}");
    }
}
