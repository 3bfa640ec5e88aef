package org.graalvisor.trace.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.graalvisor.trace.Seeds;
import org.graalvisor.trace.TraceException;
import org.graalvisor.trace.model.AzureTrace;
import org.graalvisor.trace.model.FunctionKey;
import org.graalvisor.trace.model.TraceFunction;

/**
 * Takes a part of a trace. With the same seed, a smaller sample of one kind is part of a larger one, and whether a function
 * is in it does not depend on the order of the trace.
 */
public final class Samplers {
    private static final double TWO_TO_63 = 0x1p63;

    private Samplers() {}

    /**
     * Takes all functions of the owners with most invocations.
     *
     * @param trace where from
     * @param owners how many owners, at least 1
     */
    public static AzureTrace topOwners(AzureTrace trace, int owners) {
        requirePositive("owners", owners);
        Map<String, Long> invocations = trace.functions().stream().collect(Collectors.groupingBy(f -> f.key().owner(),
                Collectors.summingLong(f -> f.invocations().total())));
        Set<String> top = invocations.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(owners).map(Map.Entry::getKey).collect(Collectors.toSet());
        return trace.with(trace.name() + "-top" + owners,
                trace.functions().stream().filter(f -> top.contains(f.key().owner())).toList());
    }

    /**
     * Takes all functions of owners chosen at random.
     *
     * @param trace where from
     * @param owners how many owners, at least 1; all when there are fewer
     * @param seed which of them
     */
    public static AzureTrace owners(AzureTrace trace, int owners, long seed) {
        requirePositive("owners", owners);
        long root = Seeds.split(seed, "owners");
        Set<String> kept = trace.functions().stream().map(f -> f.key().owner()).distinct()
                .sorted(Comparator.comparingLong((String owner) -> Seeds.split(root, owner))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(owners).collect(Collectors.toSet());
        return trace.with(trace.name() + "-owners" + owners + "-seed" + seed,
                trace.functions().stream().filter(f -> kept.contains(f.key().owner())).toList());
    }

    /**
     * Takes functions at random.
     *
     * @param trace where from
     * @param functions how many, at least 1; all when there are fewer
     * @param seed which of them
     */
    public static AzureTrace functions(AzureTrace trace, int functions, long seed) {
        requirePositive("functions", functions);
        Set<FunctionKey> kept = shuffled(trace, seed).stream().limit(functions).map(TraceFunction::key)
                .collect(Collectors.toSet());
        return trace.with(trace.name() + "-functions" + functions + "-seed" + seed,
                trace.functions().stream().filter(f -> kept.contains(f.key())).toList());
    }

    /**
     * Takes every function with the same probability.
     *
     * @param trace where from
     * @param x one in how many, at least 1
     * @param seed which of them
     */
    public static AzureTrace oneIn(AzureTrace trace, double x, long seed) {
        if (!(x >= 1)) {
            throw new TraceException("One in " + x + " functions is no sample: give a number from 1.");
        }
        return trace.with(trace.name() + "-onein" + x + "-seed" + seed, trace.functions().stream()
                .filter(function -> (order(function, seed) >>> 1) / TWO_TO_63 < 1 / x).toList());
    }

    /** Returns all functions in an order that depends on their names and the seed alone. */
    static List<TraceFunction> shuffled(AzureTrace trace, long seed) {
        record Ranked(long order, TraceFunction function) {}
        return trace.functions().stream().map(f -> new Ranked(order(f, seed), f))
                .sorted(Comparator.comparingLong(Ranked::order).thenComparing(r -> r.function().key().app())
                        .thenComparing(r -> r.function().key().function()))
                .map(Ranked::function).toList();
    }

    private static long order(TraceFunction function, long seed) {
        return Seeds.split(Seeds.split(seed, "sample"), function.key().app() + "/" + function.key().function());
    }

    private static void requirePositive(String what, int number) {
        if (number < 1) {
            throw new TraceException("A sample of " + number + " " + what + " is empty: give a number from 1.");
        }
    }
}
