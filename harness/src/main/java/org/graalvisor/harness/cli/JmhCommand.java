package org.graalvisor.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The microbenchmarks under the name people look for. */
@Command(name = "jmh", description = "Run the JMH benchmarks of isolates and of the trace tools; the same as 'run jmh', with its options.", footer = {
        "",
        "Examples:", "  graalvisor jmh", "  graalvisor jmh --scale small --fresh"})
final class JmhCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> words = new ArrayList<>(List.of("run", "jmh"));
        words.addAll(options);
        return spec.commandLine().getParent().execute(words.toArray(String[]::new));
    }
}
