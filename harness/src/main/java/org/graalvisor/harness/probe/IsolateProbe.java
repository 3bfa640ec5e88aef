package org.graalvisor.harness.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.graalvisor.harness.process.ChildProcess;
import org.graalvisor.harness.process.SpawnRequest;
import org.graalvisor.harness.process.Spawner;
import org.graalvisor.results.Measurement;

/** Runs {@code graalvisor probe-isolates}, which creates isolates in a fresh process and prints what they cost. */
public final class IsolateProbe {
    private final Spawner spawner;
    private final Path executable;
    private final ProbedFunction function;
    private final Duration timeout;
    private final BitSet cores;

    /**
     * Creates a probe.
     *
     * @param spawner starts the processes
     * @param executable native executable of the runtime
     * @param function what runs in the isolates
     * @param timeout longest run of one process
     * @param cores cores it may use; empty: any
     */
    public IsolateProbe(Spawner spawner, Path executable, ProbedFunction function, Duration timeout, BitSet cores) {
        this.spawner = spawner;
        this.executable = executable;
        this.function = function;
        this.timeout = timeout;
        this.cores = (BitSet) cores.clone();
    }

    /**
     * Creates isolates in a fresh process.
     *
     * @param count number of isolates
     * @param stdout file for what it prints; must be empty or absent
     * @param stderr file for its errors
     * @throws ProbeException when it fails or prints anything but measurements
     */
    public List<Measurement> run(int count, Path stdout, Path stderr) {
        runToEnd(command(count), stdout, stderr);
        return MeasurementLines.parse(stdout.toString(), read(stdout));
    }

    /**
     * Adds contexts one by one in a fresh process and calls each before the next comes.
     *
     * @param contexts number of contexts
     * @param requests successive calls of each
     * @param sharing whether they share one isolate
     * @param stdout file for what it prints; must be empty or absent
     * @param stderr file for its errors
     * @throws ProbeException when it fails or prints anything but measurements
     */
    public List<Measurement> scaleContexts(int contexts, int requests, boolean sharing, Path stdout, Path stderr) {
        runToEnd(command(List.of("--scale-contexts", Integer.toString(contexts), "--requests", Integer.toString(
                requests), "--sharing", sharing ? "on" : "off")), stdout, stderr);
        return MeasurementLines.parse(stdout.toString(), read(stdout));
    }

    /**
     * Counts system calls with strace: those of a process with isolates minus those of one without, per isolate.
     *
     * @param strace absolute path of strace
     * @param count number of isolates, at least 1
     * @param folder where its tables and logs are kept
     * @throws ProbeException when strace or the probe fails
     */
    public double systemCallsPerIsolate(Path strace, int count, Path folder) {
        return (double) (systemCalls(strace, count, folder) - systemCalls(strace, 0, folder)) / count;
    }

    private long systemCalls(Path strace, int count, Path folder) {
        Path table = folder.resolve("strace-" + count + ".txt");
        List<String> traced = Stream.concat(
                Stream.of(strace.toString(), "-f", "-c", "-o", table.toString()), command(count).stream()).toList();
        runToEnd(traced, folder.resolve("strace-" + count + ".out.log"), folder.resolve("strace-" + count
                + ".err.log"));
        return StraceSummary.totalCalls(read(table))
                .orElseThrow(() -> new ProbeException("strace wrote no line \"total\" to " + table));
    }

    private List<String> command(int count) {
        return command(List.of("--count", Integer.toString(count)));
    }

    private List<String> command(List<String> plan) {
        List<String> words = new ArrayList<>(List.of(executable.toString(), "probe-isolates", "--library", function
                .code().toString()));
        words.addAll(plan);
        words.addAll(function.options());
        return words;
    }

    private void runToEnd(List<String> command, Path stdout, Path stderr) {
        try (ChildProcess process = spawner.start(new SpawnRequest(command, Map.of(), stdout, stderr, cores))) {
            OptionalInt exitCode = process.waitFor(timeout);
            if (exitCode.isEmpty()) {
                throw new ProbeException(command + " did not end within " + timeout.toMillis() + " ms; see " + stderr);
            }
            if (exitCode.getAsInt() != 0) {
                throw new ProbeException(command + " ended with exit code " + exitCode.getAsInt() + "; see " + stderr
                        + ": " + read(stderr).strip());
            }
        } catch (IOException failure) {
            throw new ProbeException("cannot start " + command + ": " + failure.getMessage(), failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new ProbeException("cannot read " + file, failure);
        }
    }
}
