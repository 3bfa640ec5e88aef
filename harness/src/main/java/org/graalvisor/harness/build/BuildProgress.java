package org.graalvisor.harness.build;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.graalvisor.toolchain.BuildListener;

/** Prints the stages of an image build and how long it will still take. */
public final class BuildProgress implements BuildListener {
    /**
     * Share of the build's time that is over when a stage ends, which is when the builder prints its line, from builds of a small function on two idle cores:
     * 4.6 s initializing, 19.5 s analysis, 2.7 s universe, 1.9 s parsing, 1.1 s inlining, 17.4 s compiling, 1.1 s layout,
     * 1.7 s writing.
     */
    private static final List<Double> DONE = List.of(0.09, 0.48, 0.53, 0.57, 0.59, 0.94, 0.96, 1.0);
    /** The same of the JavaScript library, in 220 s at -Ob: 5.8, 118.8, 18, 10.8, 6.5, 41.5, 11, 8.2 s. */
    private static final List<Double> DONE_LANGUAGE = List.of(0.03, 0.56, 0.65, 0.70, 0.73, 0.91, 0.96, 1.0);
    private static final String LANGUAGE_LIBRARY = "libgraalvisor-";
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream output;
    private final LongSupplier nanoTime;
    private long startNs;

    /**
     * @param output where the lines go
     * @param nanoTime a clock in nanoseconds
     */
    public BuildProgress(PrintStream output, LongSupplier nanoTime) {
        this.output = output;
        this.nanoTime = nanoTime;
    }

    @Override
    public void started(String image) {
        startNs = nanoTime.getAsLong();
        String time = image.startsWith(LANGUAGE_LIBRARY) ? "many minutes" : "a minute or two";
        output.println("building " + image + " (once; " + time + " on two idle cores, then it is in the cache)");
    }

    @Override
    public void progressed(String image, String line) {
        // Stages look like "[2/8] Performing analysis...  [****]  (21.3s @ 0.60GB)".
        if (line.length() < 6 || line.charAt(0) != '[' || !line.startsWith("/8] ", 2)) {
            return;
        }
        int stage = Character.digit(line.charAt(1), 10);
        int end = line.indexOf("...");
        if (stage < 1 || stage > DONE.size() || end < 0) {
            return;
        }
        double elapsed = (nanoTime.getAsLong() - startNs) / NANOS_PER_SECOND;
        double done = (image.startsWith(LANGUAGE_LIBRARY) ? DONE_LANGUAGE : DONE).get(stage - 1);
        output.println(String.format(Locale.ROOT, "  %s %s: done, %.0f s so far, about %.0f s left", image, line
                .substring(0,
                        end),
                elapsed, elapsed / done * (1 - done)));
    }

    @Override
    public void finished(String image, double seconds, long bytes) {
        output.println(String.format(Locale.ROOT, "  %s: %.1f MB in %.0f s", image, bytes / 1e6, seconds));
    }
}
