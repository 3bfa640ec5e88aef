package org.graalvisor.harness.costs;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.graalvisor.analysis.statistics.Samples;
import org.graalvisor.results.CellReader;
import org.graalvisor.results.InvocationRecord;
import org.graalvisor.results.Outcome;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.StartKind;
import org.graalvisor.results.Verdict;

/**
 * What a replay of a trace says about a system: time an invocation takes beyond its execution, warm and cold. The nearest
 * to what a simulation of a replay needs, so it comes before everything else.
 *
 * @param coldStartUs what a cold invocation takes beyond a warm one; empty with too few of them
 * @param overheadUs what a warm invocation takes beyond its execution; empty with too few of them
 * @param provenance where from, in one line
 */
record ReplayedCosts(OptionalDouble coldStartUs, OptionalDouble overheadUs, String provenance) {
    private static final int FEWEST = 10;
    private static final double NS_PER_US = 1_000;

    /** Reads a replay; empty when it has no usable cell of the policy. */
    static Optional<ReplayedCosts> of(RunReader run, String policy) {
        return run.cells().stream().filter(cell -> policy.equals(cell.dimensions().get("platform")))
                .filter(cell -> cell.verdict().and(run.manifest().outcome().verdict()).level() != Verdict.Level.INVALID)
                .findFirst().map(cell -> of(run, cell));
    }

    private static ReplayedCosts of(RunReader run, CellReader cell) {
        OptionalDouble warmUs = medianBeyondExecutionUs(cell, StartKind.WARM);
        OptionalDouble coldUs = medianBeyondExecutionUs(cell, StartKind.COLD);
        OptionalDouble startUs = warmUs.isPresent() && coldUs.isPresent()
                ? OptionalDouble.of(Math.max(0, coldUs.getAsDouble() - warmUs.getAsDouble()))
                : OptionalDouble.empty();
        return new ReplayedCosts(startUs, warmUs, run.manifest().experiment() + " run " + run.manifest().runId()
                + ", cell " + cell.id() + ": medians of service time beyond execution");
    }

    private static OptionalDouble medianBeyondExecutionUs(CellReader cell, StartKind kind) {
        Predicate<InvocationRecord> wanted = record -> record.outcome() == Outcome.COMPLETED && record
                .startKind() == kind
                && record.execTimeUs().isPresent();
        try (Stream<InvocationRecord> records = cell.invocations()) {
            double[] values = records.filter(wanted).flatMapToDouble(record -> DoubleStream.of(record.serviceTimeNs()
                    .orElseThrow() / NS_PER_US - record.execTimeUs().orElseThrow())).toArray();
            return values.length < FEWEST
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.max(0, Samples.median(
                            values)));
        }
    }
}
