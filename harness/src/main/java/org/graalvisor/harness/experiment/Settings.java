package org.graalvisor.harness.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.graalvisor.harness.load.LoadLimit;
import org.graalvisor.harness.replay.Emulation;
import org.graalvisor.trace.replay.WorkloadChoice;
import org.graalvisor.trace.schedule.Schedule;

/** The numbers of one experiment at one scale and method. */
public sealed interface Settings {

    /** Returns how many independent runs each point of the grid gets. */
    int runs();

    /** Returns the numbers by name, for the manifest. */
    Map<String, Object> toMap();

    /**
     * Fresh processes, from their creation to the first reply.
     *
     * @param runs fresh processes per platform
     * @param settleMs rest before idle memory is read, in milliseconds
     * @param startTimeoutMs longest start, in milliseconds
     */
    record ColdStart(int runs, int settleMs, int startTimeoutMs) implements Settings {
        @Override
        public Map<String, Object> toMap() {
            return Map.of("runs", runs, "settleMs", settleMs, "startTimeoutMs", startTimeoutMs);
        }
    }

    /**
     * Callers that wait for each reply.
     *
     * @param runs fresh processes per point
     * @param load what every platform is given to do
     * @param openwhisk what OpenWhisk's platforms are given instead, where both sides are not treated alike
     * @param samplePeriodMs time between memory samples, in milliseconds
     * @param startTimeoutMs longest start, in milliseconds
     */
    record ClosedLoopLoad(int runs, LoadShape load, Optional<LoadShape> openwhisk, int samplePeriodMs,
            int startTimeoutMs) implements Settings {
        private static final String OPENWHISK = "openwhisk";

        /**
         * Returns what a platform is given to do.
         *
         * @param platform name of the platform
         */
        LoadShape shape(String platform) {
            return platform.startsWith(OPENWHISK) ? openwhisk.orElse(load) : load;
        }

        @Override
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>(load.toMap());
            map.put("runs", runs);
            map.put("samplePeriodMs", samplePeriodMs);
            map.put("startTimeoutMs", startTimeoutMs);
            openwhisk.ifPresent(shape -> {
                shape.toMap().forEach((name, value) -> map.put(OPENWHISK + '.' + name, value));
                map.put(OPENWHISK + ".cpuMillis", shape.cpuMillis());
            });
            return map;
        }
    }

    /**
     * The first requests of fresh processes, one after the other.
     *
     * @param runs fresh processes per point
     * @param requests requests of each
     * @param otherFunctions functions that the runtime with all its languages holds beside the one that is called
     * @param startTimeoutMs longest start, in milliseconds
     */
    record FirstRequests(int runs, int requests, List<String> otherFunctions, int startTimeoutMs) implements Settings {

        /** Copies the list. */
        public FirstRequests {
            otherFunctions = List.copyOf(otherFunctions);
        }

        @Override
        public Map<String, Object> toMap() {
            return Map.of("runs", runs, "requests", requests, "otherFunctions", otherFunctions, "startTimeoutMs",
                    startTimeoutMs);
        }
    }

    /**
     * JMH benchmarks of isolates and of the trace tools.
     *
     * @param runs JMH runs per benchmark
     * @param benchmarks names of benchmarks of Java functions
     * @param scriptBenchmarks names of benchmarks of script functions
     * @param traceBenchmarks names of benchmarks of the trace tools
     * @param forks fresh virtual machines per run
     * @param warmUpIterations iterations that do not count
     * @param iterations iterations that count
     * @param iterationMs length of each, in milliseconds
     * @param timeoutMs longest run of one benchmark, in milliseconds
     */
    record Microbenchmarks(int runs, List<String> benchmarks, List<String> scriptBenchmarks,
            List<String> traceBenchmarks, int forks, int warmUpIterations, int iterations, int iterationMs,
            int timeoutMs) implements Settings {
        @Override
        public Map<String, Object> toMap() {
            return Map.of("runs", runs, "benchmarks", benchmarks, "scriptBenchmarks", scriptBenchmarks,
                    "traceBenchmarks", traceBenchmarks, "forks", forks,
                    "warmUpIterations", warmUpIterations,
                    "iterations", iterations, "iterationMs", iterationMs, "timeoutMs", timeoutMs);
        }
    }

    /**
     * Many isolates in one process.
     *
     * @param runs fresh processes per count
     * @param counts numbers of isolates
     * @param pythonCounts numbers of isolates of Python functions, which need much more memory
     * @param systemCallCounts numbers of isolates at which system calls are counted too, in the first run
     * @param timeoutMs longest probe, in milliseconds
     */
    record IsolateScaling(int runs, List<Integer> counts, List<Integer> pythonCounts, List<Integer> systemCallCounts,
            int timeoutMs) implements Settings {
        @Override
        public Map<String, Object> toMap() {
            return Map.of("runs", runs, "counts", counts, "pythonCounts", pythonCounts, "systemCallCounts",
                    systemCallCounts, "timeoutMs",
                    timeoutMs);
        }
    }

    /**
     * Contexts of one function that are added one by one, in one isolate or in an isolate each.
     *
     * @param runs fresh processes per point
     * @param contexts contexts at the end
     * @param requests successive requests of each new context
     * @param timeoutMs longest probe, in milliseconds
     */
    record ContextScaling(int runs, int contexts, int requests, int timeoutMs) implements Settings {
        @Override
        public Map<String, Object> toMap() {
            return Map.of("runs", runs, "contexts", contexts, "requests", requests, "timeoutMs", timeoutMs);
        }
    }

    /**
     * Minutes of a trace, replayed in real time under one policy after the other.
     *
     * @param trace where arrivals come from and how they are scaled
     * @param node memory, and how it is managed
     * @param work how the emulated functions spend their durations
     * @param choices real functions of which the one with the nearest duration runs in place of each of the trace's;
     *            none: durations and memory are emulated
     * @param costs {@link #MEASURED}, or a file with cost models for the simulator
     * @param drainMs how long replies are waited for after the last arrival, in milliseconds
     */
    record TraceReplay(TraceSource trace, ReplayNode node, Emulation.Work work, List<WorkloadChoice.Workload> choices,
            String costs, int drainMs) implements Settings {
        /** Costs are measured just before the replay. */
        static final String MEASURED = "measured";

        /** Copies the list. */
        public TraceReplay {
            choices = List.copyOf(choices);
        }

        /** Makes the schedule, the same one each time. */
        Schedule schedule() {
            return trace.schedule(node.options().memoryCapBytes());
        }

        /** How long arrivals last; of a schedule that is a file, what the window would be. */
        double lengthSeconds() {
            return TimeUnit.MINUTES.toSeconds(trace.window().minutes());
        }

        /** Durations are fixed by the schedule, and policies compared within one run. */
        @Override
        public int runs() {
            return 1;
        }

        @Override
        public Map<String, Object> toMap() {
            Map<String, Object> map = new TreeMap<>(trace.toMap());
            map.putAll(node.toMap());
            map.putAll(Map.of("work", work.toString(), "choices", choices.toString(), "costs", costs, "drainMs",
                    drainMs));
            return map;
        }
    }

    /**
     * One caller and one function, from its first invocation until just-in-time compilers have done what they can.
     *
     * @param runs fresh processes per point
     * @param measured end of the invocations
     * @param startTimeoutMs longest start, in milliseconds
     */
    record PeakSpeed(int runs, LoadLimit measured, int startTimeoutMs) implements Settings {
        @Override
        public Map<String, Object> toMap() {
            return Map.of("runs", runs, "measuredRequests", measured.requests(), "measuredMs", measured.durationNs()
                    / 1_000_000, "startTimeoutMs", startTimeoutMs);
        }
    }
}
