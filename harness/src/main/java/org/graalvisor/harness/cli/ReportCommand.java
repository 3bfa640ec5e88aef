package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvisor.analysis.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws figures and writes the report from results on disk. */
@Command(name = "report", description = "Draw the figures and write the report from results on disk; runs nothing.", footer = {
        "", "Examples:", "  graalvisor report", "  graalvisor report --output /tmp/report"})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Option(names = "--output", paramLabel = "DIR", description = "Where the report goes. Default: RESULTS/report.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() {
        Path folder = output.orElse(results.folder().resolve("report")).toAbsolutePath().normalize();
        spec.commandLine().getOut().println(ReportWriter.write(results.folder(), folder).page());
        return ExitCode.OK;
    }
}
