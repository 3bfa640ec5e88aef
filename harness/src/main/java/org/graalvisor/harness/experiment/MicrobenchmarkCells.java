package org.graalvisor.harness.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.graalvisor.harness.platform.Artifact;
import org.graalvisor.harness.platform.JavaInstallation;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.harness.platform.WorkloadFiles;
import org.graalvisor.harness.probe.JmhReport;
import org.graalvisor.harness.process.ChildProcess;
import org.graalvisor.harness.process.SpawnRequest;
import org.graalvisor.harness.verdict.DriverWatch;
import org.graalvisor.results.CellWriter;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.Verdict;

/** One JMH benchmark, in a process of its own that forks the measured virtual machines. */
final class MicrobenchmarkCells implements CellRunner {
    /** The benchmarks of Java functions. */
    static final List<String> NAMES = List.of("createAndTearDown", "createInvokeAndTearDown", "warmInvoke",
            "attachAndDetach", "acquireInvokeAndRelease", "acquireAndRelease");
    /** The benchmarks of script functions. */
    static final List<String> SCRIPT_NAMES = List.of("createLoadAndTearDown", "createLoadInvokeAndTearDown",
            "openAndCancelContext", "openInvokeAndCancelContext", "invokeOpenContext");

    private final CellTools tools;
    private final Settings.Microbenchmarks settings;

    MicrobenchmarkCells(CellTools tools, Settings.Microbenchmarks settings) {
        this.tools = tools;
        this.settings = settings;
    }

    @Override
    public Verdict run(PlannedCell cell, CellWriter writer) {
        Map<String, String> dimensions = cell.dimensions();
        Path report = writer.folder().resolve("jmh.json");
        DriverWatch watch = new DriverWatch(tools.rig().cores().driverCores());
        JmhTarget target = target(dimensions, writer.folder());
        List<String> command = command(dimensions.get(Dimension.BENCHMARK), target, report);
        SpawnRequest request = new SpawnRequest(command, Map.of(), writer.stdoutLog(), writer.stderrLog(),
                tools.rig().cores().server());
        try (ChildProcess process = tools.spawner().start(request)) {
            OptionalInt exitCode = process.waitFor(Duration.ofMillis(settings.timeoutMs()));
            if (exitCode.isEmpty() || exitCode.getAsInt() != 0) {
                throw new SystemUnderTestException("JMH " + (exitCode.isEmpty()
                        ? "did not end within " + settings.timeoutMs() + " ms"
                        : "ended with exit code " + exitCode.getAsInt())
                        + "; see " + writer.stdoutLog());
            }
            JmhReport.parse(report.toString(), Files.readString(report)).forEach(writer::append);
        } catch (IOException failure) {
            throw new SystemUnderTestException("JMH left no report: " + failure.getMessage() + "; see " + writer
                    .stdoutLog(),
                    failure);
        }
        return tools.rules().judge(watch.observe());
    }

    private List<String> command(String benchmark, JmhTarget target, Path report) {
        JavaInstallation java = JavaInstallation.ofThisProcess();
        String iteration = settings.iterationMs() + "ms";
        List<String> words = new ArrayList<>(List.of(java.launcher().toString(), "-cp", java.classPath(),
                "org.openjdk.jmh.Main", target.type().getName() + "." + benchmark + "$"));
        words.addAll(List.of("-f", Integer.toString(settings.forks()), "-wi", Integer.toString(settings
                .warmUpIterations()),
                "-i", Integer.toString(settings.iterations()), "-w", iteration, "-r", iteration, "-rf", "json", "-rff",
                report.toString(), "-jvmArgsAppend",
                "--enable-native-access=ALL-UNNAMED " + target.options()));
        return words;
    }

    private JmhTarget target(Map<String, String> dimensions, Path folder) {
        if (dimensions.get(Dimension.PLATFORM).equals(TracePoints.PLATFORM)) {
            return JmhTarget.ofTraceTools();
        }
        String workload = dimensions.get(Dimension.WORKLOAD);
        return JmhTarget.of(tools.workloads().function(workload), library(workload), folder);
    }

    private Path library(String workload) {
        return switch (WorkloadFiles.sharedObject(tools.rig().artifacts(), workload)) {
            case Artifact.Built built -> built.path();
            case Artifact.Missing missing -> throw new SystemUnderTestException(missing.reason());
        };
    }
}
