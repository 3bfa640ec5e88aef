package org.graalvisor.trace.cli;

import java.util.Locale;
import java.util.Optional;
import org.graalvisor.trace.azure.InvocationLog;
import org.graalvisor.trace.azure.InvocationLogReader;
import org.graalvisor.trace.inspect.Distribution;
import org.graalvisor.trace.inspect.Inspection;
import org.graalvisor.trace.inspect.InspectionText;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.MinuteWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is in a trace. */
@Command(name = "inspect", description = "Say what is in a trace: owners, functions, triggers, percentiles, dirt.", footer = {
        "", "Examples:", "  graalvisor trace inspect azure/day01",
        "  graalvisor trace inspect azure --days 1-3 --window 701-710",
        "  graalvisor trace inspect AzureFunctionsInvocationTraceForTwoWeeksJan2021.txt"})
final class InspectCommand extends TraceTask {
    private static final double US_PER_MS = 1000;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--window", converter = WindowText.class, description = "Minutes to look at closely, from 1. Default: 701-710.")
    private Optional<MinuteWindow> window = Optional.empty();

    @Override
    void run(ShownProgress progress) {
        if (source.invocationLog().isPresent()) {
            print(InvocationLogReader.read(source.invocationLog().get()));
            return;
        }
        AzureTrace trace = source.load(progress);
        progress.close();
        InspectionText.lines(Inspection.of(trace, window.orElse(MinuteWindow.DEFAULT))).forEach(out()::println);
    }

    private void print(InvocationLog log) {
        double[] milliseconds = new double[log.size()];
        for (int i = 0; i < milliseconds.length; i++) {
            milliseconds[i] = log.durationUs()[i] / US_PER_MS;
        }
        Distribution durations = Distribution.of(milliseconds);
        long apps = log.functions().stream().map(key -> key.app()).distinct().count();
        out().println(String.format(Locale.ROOT,
                "%,d invocations of %,d functions of %,d apps; duration ms p50 %.1f p99 %.1f "
                        + "max %.1f", log.size(), log.functions().size(), apps, durations.percentile(50),
                durations.percentile(99), durations.percentile(100)));
        log.dirt().findings().forEach((kind, finding) -> out().println("dirt: " + finding.count() + " × " + kind
                + ", first at " + finding.firstPlace() + ": " + kind.treatment()));
    }
}
