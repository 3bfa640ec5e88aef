package org.graalvisor.trace.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvisor.trace.TraceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: where they print, and that bad input is exit code 2 with one sentence. */
@Command(mixinStandardHelpOptions = true)
abstract class TraceTask implements Callable<Integer> {
    private static final int OK = 0;
    private static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() {
        try (ShownProgress progress = new ShownProgress(spec.commandLine().getErr(), isTerminal())) {
            run(progress);
            out().flush();
            return OK;
        } catch (TraceException unusable) {
            out().flush();
            spec.commandLine().getErr().println(unusable.getMessage());
            spec.commandLine().getErr().flush();
            return USAGE;
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    abstract void run(ShownProgress progress);

    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
