package org.graalvisor.harness.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.graalvisor.harness.config.ConfigurationException;
import org.graalvisor.harness.platform.SystemUnderTestException;
import org.graalvisor.results.ResultsException;
import org.graalvisor.toolchain.ToolchainException;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.cli.SimulateCommand;
import org.graalvisor.trace.cli.TraceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Commands are added here, one class each. */
@Command(name = "graalvisor", description = "Measure Graalvisor and its competition.", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, version = "graalvisor 0.1.0", footer = {
        "", "Exit codes: 0 done, 2 usage or configuration, 3 a run is invalid, 4 a claim is not reproduced",
        "(verify only), 5 a system under test failed, 130 interrupted, 1 a defect of this program.", "",
        "--plugins DIR before the command, or GRAALVISOR_PLUGINS, adds the jars of a directory: workloads and",
        "platforms of your own.", "",
        "Example:", "  graalvisor reproduce"})
public final class GraalvisorCommand {
    /** Longer than the longest timeout within a cell, so that a cell in progress can end in order. */
    private static final long DRAIN_S = 90;

    private GraalvisorCommand() {}

    /**
     * Builds the command line.
     *
     * @param services what the commands need from outside
     */
    public static CommandLine commandLine(Services services) {
        CommandLine root = new CommandLine(new GraalvisorCommand());
        root.addSubcommand(new CheckCommand(services));
        root.addSubcommand(new ListCommand(services));
        root.addSubcommand(new PlanCommand(services));
        root.addSubcommand(new RunCommand(services));
        root.addSubcommand(new ReproduceCommand(services));
        root.addSubcommand(new ResumeCommand(services));
        root.addSubcommand(new StatusCommand());
        root.addSubcommand(new JmhCommand());
        root.addSubcommand(new BuildCommand(services));
        root.addSubcommand(new CompileFunctionCommand(services));
        root.addSubcommand(new CompileActionCommand(services));
        root.addSubcommand(new PackageImageCommand(services));
        root.addSubcommand(new ServeCommand(services));
        root.addSubcommand(new ConformanceCommand(services));
        root.addSubcommand(new CommandLine(new TraceCommand()).addSubcommand(new CalibrateTraceCommand())
                .addSubcommand(new TraceReplayCommand(services)));
        root.addSubcommand(new SimulateCommand());
        root.addSubcommand(new VerifyCommand());
        root.addSubcommand(new CompareCommand());
        root.addSubcommand(new ReportCommand());
        root.getSubcommands().values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        root.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (exitCode(failure) == ExitCode.INTERNAL) {
                throw failure;
            }
            command.getErr().println(failure.getMessage());
            return exitCode(failure);
        });
        return root;
    }

    private static int exitCode(Throwable failure) {
        return switch (failure) {
            case ConfigurationException usage -> ExitCode.USAGE;
            case ToolchainException unbuildable -> ExitCode.USAGE;
            case ResultsException unwritable -> ExitCode.USAGE;
            case TraceException unusable -> ExitCode.USAGE;
            case SystemUnderTestException failed -> ExitCode.SYSTEM_UNDER_TEST_FAILED;
            default -> ExitCode.INTERNAL;
        };
    }

    /**
     * Runs one command.
     *
     * @param services what the commands need from outside
     * @param arguments the command line
     */
    public static void run(Services services, String... arguments) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("drain").unstarted(() -> {
            services.stop().request();
            awaitEnd(ended);
        }));
        int exitCode = commandLine(services).execute(arguments);
        boolean interrupted = services.stop().isRequested();
        ended.countDown();
        if (!interrupted) {
            System.exit(exitCode);
        }
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            if (!ended.await(DRAIN_S, TimeUnit.SECONDS)) {
                System.err.println("giving up on draining; the next start ends what is left");
            }
        } catch (InterruptedException request) {
            Thread.currentThread().interrupt();
        }
    }
}
