package org.graalvisor.harness.cli;

import java.util.concurrent.Callable;
import org.graalvisor.harness.experiment.Rig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs experiments. */
@Command(name = "run", description = "Run experiments. Goes on with an unfinished run of the same plan; Ctrl-C ends in order.", footer = {
        "", "Examples:", "  graalvisor run fig8", "  graalvisor run fig7 --scale small --fresh"})
final class RunCommand implements Callable<Integer> {
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ResultsOption results = new ResultsOption();

    @Option(names = "--fresh", description = "Start new runs even when unfinished ones exist.")
    private boolean fresh;

    RunCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() {
        Rig rig = options.rig(services);
        return new RunSession(rig, results.writableStore(), spec.commandLine().getErr()).run(options.read(rig), fresh);
    }
}
