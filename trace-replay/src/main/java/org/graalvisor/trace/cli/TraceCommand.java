package org.graalvisor.trace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything that can be done with a trace. Replaying, which needs platforms, is added by the rig. */
@Command(name = "trace", description = "Read, sample, generate, schedule, replay and simulate Azure Functions traces.", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, subcommands = {
        InspectCommand.class, SampleCommand.class, GenerateCommand.class, ScheduleCommand.class, SimulateCommand.class,
        SweepCommand.class}, footer = {"", "Examples:", "  graalvisor trace generate --functions 500 --out traces/500",
                "  graalvisor trace inspect traces/500", "  graalvisor trace simulate traces/500 --window 701-710"})
public final class TraceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Missing command: inspect, sample, generate, schedule, replay, simulate or sweep.");
    }
}
