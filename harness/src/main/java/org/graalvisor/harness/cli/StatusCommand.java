package org.graalvisor.harness.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists runs. */
@Command(name = "status", description = "List the runs on this machine, how far they came and what they are worth.", footer = {
        "", "Example:", "  graalvisor status"})
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunStore store = results.store();
        for (String experiment : store.experiments(RunStore.Origin.OWN)) {
            store.runs(RunStore.Origin.OWN, experiment).forEach(run -> print(out, run));
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, RunReader run) {
        Manifest manifest = run.manifest();
        int cells = manifest.plan().cells().size();
        out.printf(Locale.ROOT, "%-8s %s %-6s %-6s %-11s %d of %d cells  %s%n", manifest.experiment(),
                manifest.runId(), manifest.plan().scale(), manifest.plan().method(), manifest.outcome().state(),
                cells - run.missingCells().size(), cells, manifest.outcome().verdict());
    }
}
