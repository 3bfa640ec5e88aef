package org.graalvisor.harness.experiment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.config.NearestName;
import org.graalvisor.harness.config.Section;
import org.graalvisor.harness.load.LoadLimit;
import org.graalvisor.trace.manage.Policies;

/** Reads an experiment's YAML file at one scale and method. Later values win: parameters, then scale, then method. */
public final class ExperimentReader {
    /** Sizes of runs, from smallest to largest. */
    public static final List<String> SCALES = List.of("smoke", "small", "paper");
    /** Measuring rules: the same for all platforms, or the unequal ones of the paper. */
    public static final List<String> METHODS = List.of("equal", "paper");

    private static final String TRACE_REPLAY = "trace-replay";
    private static final List<String> KINDS = List.of("cold-start", "closed-loop", "isolate-scaling",
            "microbenchmark", "context-scaling", "peak-speed", "first-requests", TRACE_REPLAY);
    private static final String TABLE_ONE = "table-1";
    /** Begin of the names of functions that are not the paper's, but measure compilers. */
    private static final String KERNELS = "cpu-";
    private static final int MAX_RUNS = 1_000;
    private static final int MAX_MS = 24 * 3_600_000;
    private static final int MAX_CALLERS = 4_096;
    private static final int MAX_CPU_MILLIS = 1_000_000;
    private static final int MAX_ISOLATES = 1 << 20;

    private final Collection<String> knownPlatforms;
    private final Collection<String> knownWorkloads;

    /**
     * Creates a reader.
     *
     * @param knownPlatforms names an experiment may use
     * @param knownWorkloads names an experiment may use
     */
    public ExperimentReader(Collection<String> knownPlatforms, Collection<String> knownWorkloads) {
        this.knownPlatforms = knownPlatforms;
        this.knownWorkloads = knownWorkloads;
    }

    /**
     * Reads a file.
     *
     * @param file name for error messages
     * @param text its content
     * @param scale which of {@link #SCALES}
     * @param method which of {@link #METHODS}
     * @throws ConfigurationException with every error in it
     */
    public Experiment read(String file, String text, String scale, String method) {
        require("scale", scale, SCALES);
        require("method", method, METHODS);
        Section root = Section.open(file, text);
        String name = root.text("experiment");
        String title = root.text("title");
        String kind = root.oneOf("kind", KINDS);
        long seed = root.number("seed", 0, Long.MAX_VALUE);
        // The systems that a trace is replayed on are named by their policies.
        List<String> platforms = root.listOf("platforms", kind.equals(TRACE_REPLAY)
                ? Policies.names()
                : knownPlatforms);
        List<String> workloads = workloads(root);
        Section parameters = root.part("parameters");
        Section resolved = parameters.overriddenBy(choose(root.part("scales"), SCALES, scale))
                .overriddenBy(choose(root.part("methods"), METHODS, method));
        Settings settings = settings(kind, seed, resolved, knownWorkloads);
        root.finish();
        return new Experiment(name, title, scale, method, seed, platforms, workloads, settings);
    }

    /** One word stands for all functions of the paper, so that a new one is in every figure that shows them all. */
    private List<String> workloads(Section root) {
        List<String> valid = Stream.concat(knownWorkloads.stream(), Stream.of(TABLE_ONE)).toList();
        return root.listOf("workloads", valid).stream().flatMap(name -> name.equals(TABLE_ONE)
                ? knownWorkloads.stream().filter(workload -> !workload.startsWith(KERNELS) && !workload.equals(
                        Workloads.EMULATION))
                : Stream.of(name)).distinct().toList();
    }

    private static Section choose(Section choices, List<String> names, String wanted) {
        names.stream().filter(name -> !name.equals(wanted)).forEach(name -> choices.part(name).skip());
        return choices.part(wanted);
    }

    private static Settings settings(String kind, long seed, Section section,
            Collection<String> knownWorkloads) {
        if (kind.equals(TRACE_REPLAY)) {
            return ReplaySettingsReader.read(section, seed);
        }
        int runs = Math.toIntExact(section.number("runs", 1, MAX_RUNS));
        return switch (kind) {
            case "closed-loop" -> new Settings.ClosedLoopLoad(runs, shape(section, LoadShape.WHOLE_CORES), openwhisk(
                    section.part("openwhisk")), milliseconds(section, "samplePeriodMs", 10),
                    milliseconds(section, "startTimeoutMs", 1));
            case "first-requests" -> new Settings.FirstRequests(runs, count(section, "requests"),
                    section.listOf("otherFunctions", knownWorkloads), milliseconds(section, "startTimeoutMs", 1));
            case "isolate-scaling" -> new Settings.IsolateScaling(runs, section.numbers("counts", 1, MAX_ISOLATES),
                    section.numbers("pythonCounts", 1, MAX_ISOLATES),
                    section.numbers("systemCallCounts", 1, MAX_ISOLATES), milliseconds(section, "timeoutMs", 1));
            case "microbenchmark" -> new Settings.Microbenchmarks(runs,
                    section.listOf("benchmarks", MicrobenchmarkCells.NAMES),
                    section.listOf("scriptBenchmarks", MicrobenchmarkCells.SCRIPT_NAMES),
                    section.listOf("traceBenchmarks", TracePoints.NAMES), count(section, "forks"),
                    count(section, "warmUpIterations"), count(section, "iterations"),
                    milliseconds(section, "iterationMs", 1), milliseconds(section, "timeoutMs", 1));
            case "context-scaling" -> new Settings.ContextScaling(runs, count(section, "contexts"),
                    count(section, "requests"), milliseconds(section, "timeoutMs", 1));
            case "peak-speed" -> new Settings.PeakSpeed(runs, limit(section, "measured"), milliseconds(section,
                    "startTimeoutMs", 1));
            default -> new Settings.ColdStart(runs, milliseconds(section, "settleMs", 0),
                    milliseconds(section, "startTimeoutMs", 1));
        };
    }

    private static int count(Section section, String name) {
        return Math.toIntExact(section.number(name, 1, MAX_RUNS));
    }

    private static int milliseconds(Section section, String name, int least) {
        return Math.toIntExact(section.number(name, least, MAX_MS));
    }

    private static Optional<LoadShape> openwhisk(Section section) {
        return section.names().isEmpty()
                ? Optional.empty()
                : Optional.of(shape(section, Math.toIntExact(section.number("cpuMillis", 1, MAX_CPU_MILLIS))));
    }

    private static LoadShape shape(Section section, int cpuMillis) {
        return new LoadShape(section.numbers("concurrency", 1, MAX_CALLERS), limit(section, "warmUp"), limit(section,
                "measured"), cpuMillis);
    }

    private static LoadLimit limit(Section section, String phase) {
        return new LoadLimit(section.number(phase + "Requests", 0, Integer.MAX_VALUE),
                TimeUnit.MILLISECONDS.toNanos(milliseconds(section, phase + "Ms", 0)));
    }

    private static void require(String option, String value, List<String> valid) {
        if (!valid.contains(value)) {
            throw new ConfigurationException(
                    List.of("--" + option + ": unknown value " + value + "; " + NearestName.hint(value, valid)));
        }
    }
}
