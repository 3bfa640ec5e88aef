package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.graalvisor.analysis.Report;
import org.graalvisor.analysis.ReportWriter;
import org.graalvisor.harness.experiment.Rig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs experiments, evaluates the claims and writes the report. */
@Command(name = "reproduce", description = "Run experiments, evaluate the claims and write the report, whose path is printed last. Goes on "
        + "with unfinished runs. A claim that is not reproduced is printed and does not change the exit code.", footer = {
                "", "Examples:", "  graalvisor reproduce", "  graalvisor reproduce fig3 fig8 --scale small"})
final class ReproduceCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Option(names = "--fresh", description = "Start new runs even when unfinished ones exist.")
    private boolean fresh;

    ReproduceCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Rig rig = options.rig(services);
        int exitCode = new RunSession(rig, results.writableStore(), spec.commandLine().getErr())
                .run(options.readForReport(rig), fresh);
        if (exitCode == ExitCode.INTERRUPTED) {
            return exitCode;
        }
        Report report = ReportWriter.write(results.folder(), results.folder().resolve("report"));
        ClaimLines.print(report.claims(), out);
        out.println(report.page());
        return exitCode;
    }
}
