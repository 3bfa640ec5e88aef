package org.graalvisor.runtime.probe;

import java.io.PrintStream;
import java.util.List;
import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.isolate.LibraryLoader;

/** Creates isolates and contexts of one function, calls them, and prints what that cost. */
public final class IsolateProbe implements Runnable {
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_FAILED = 5;

    private final ProbeOptions options;
    private final LibraryLoader loader;
    private final MetricOutput output;

    private IsolateProbe(ProbeOptions options, LibraryLoader loader, MetricOutput output) {
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
        return run(arguments, loader, System.out, System.err);
    }

    static int run(List<String> arguments, LibraryLoader loader, PrintStream out, PrintStream err) {
        ProbeOptions options;
        try {
            options = ProbeOptionParser.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println("probe-isolates: " + e.getMessage() + "\n" + ProbeOptionParser.USAGE);
            return EXIT_USAGE;
        }
        boolean[] failed = new boolean[1];
        Thread thread = new Thread(new IsolateProbe(options, loader, new MetricOutput(out)), "isolate-probe");
        thread.setUncaughtExceptionHandler((ended, thrown) -> {
            failed[0] = true;
            err.println("probe-isolates: " + thrown);
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.flush();
        return failed[0] ? EXIT_FAILED : 0;
    }

    @Override
    public void run() {
        try (FunctionLibrary library = loader.load(options.code())) {
            Sandboxes sandboxes = new Sandboxes(library, options);
            switch (options.plan()) {
                case ProbeOptions.Count count -> new CountProbe(sandboxes, output, count.isolates()).run();
                case ProbeOptions.ScaleContexts scale -> new ContextProbe(sandboxes, output, scale).run();
            }
        }
    }
}
