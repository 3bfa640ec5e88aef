package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.experiment.RunComparison;
import org.graalvisor.harness.experiment.RunComparison.Row;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs number by number. */
@Command(name = "compare", description = "Compare two runs: medians over runs of every number both have, and their ratio.", footer = {
        "", "Examples:", "  graalvisor compare 20260102T030405Z-1a2b 20260103T030405Z-77aa",
        "  graalvisor compare results/runs/fig8/20260102T030405Z-1a2b other/runs/fig8/20260103T030405Z-77aa"})
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Parameters(index = "0", paramLabel = "A", description = "Run id, or folder of a run.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "B", description = "Run id, or folder of a run.")
    private String right = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = RunComparison.of(find(left), find(right));
        out.printf(Locale.ROOT, "%-52s %-30s %12s %12s %8s %9s%n", "point", "metric", "A", "B", "B/A", "runs");
        rows.forEach(row -> out.printf(Locale.ROOT, "%-52s %-30s %12.5g %12.5g %8.3f %4d/%d%n", row.point(),
                row.metric(), row.left(), row.right(), row.ratio(), row.leftRuns(), row.rightRuns()));
        return ExitCode.OK;
    }

    private RunReader find(String name) {
        if (Files.isRegularFile(Path.of(name).resolve("manifest.json"))) {
            return new RunReader(Path.of(name));
        }
        RunStore store = results.store();
        return store.experiments(RunStore.Origin.OWN).stream()
                .flatMap(experiment -> store.runs(RunStore.Origin.OWN, experiment).stream())
                .filter(run -> run.manifest().runId().equals(name)).findFirst()
                .orElseThrow(() -> new ConfigurationException(List.of("there is no run " + name + " in "
                        + results.folder() + "; graalvisor status lists the runs")));
    }
}
