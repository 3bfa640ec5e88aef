package org.graalvisor.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.graalvisor.harness.costs.MeasuredCosts;
import org.graalvisor.trace.simulate.CostModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the simulator's cost models of what this harness measured. */
@Command(name = "calibrate", mixinStandardHelpOptions = true, description = "Make the simulator's cost models of this machine's results of fig3 and fig8, and of a replay (fig9) when there is one. 'simulate' and 'trace sweep' use them from then on.", footer = {
        "", "Examples:", "  graalvisor run fig3 fig8", "  graalvisor trace calibrate",
        "  graalvisor trace calibrate --reference --out costs.json"})
final class CalibrateTraceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Option(names = "--reference", description = "Let the reference runs, which are not of this machine, stand in for missing runs.")
    private boolean reference;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the models. Default: RESULTS/runs/cost-models.json, where 'simulate' looks for it.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Path file = out.orElseGet(() -> results.folder().resolve("runs").resolve(CostModels.FILE_NAME));
        CostModels models = MeasuredCosts.of(results.folder(), reference);
        models.write(file);
        new TreeMap<>(models.models()).forEach((policy, model) -> spec.commandLine().getOut().println(policy + ": "
                + model));
        spec.commandLine().getOut().println("written to " + file);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
