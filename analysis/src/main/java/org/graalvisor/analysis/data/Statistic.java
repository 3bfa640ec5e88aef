package org.graalvisor.analysis.data;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.graalvisor.analysis.statistics.Percentile;
import org.graalvisor.analysis.statistics.Samples;

/** How one cell, that is one independent run, becomes one number. */
public enum Statistic {
    /** Median of the metric's series. */
    MEDIAN {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return cell.metric(metric).map(series -> OptionalDouble.of(Samples.median(series.inOrder())))
                    .orElse(OptionalDouble.empty());
        }
    },
    /**
     * Median of the last tenth of the metric's series, at least one value: the cost when (nearly) all of the cell's isolates are
     * alive, which the median over the whole series would flatter.
     */
    MEDIAN_OF_LAST_TENTH {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return cell.metric(metric).map(Series::inOrder)
                    .map(values -> OptionalDouble.of(Samples.median(
                            Arrays.copyOfRange(values, values.length - Math.max(1, values.length / 10),
                                    values.length))))
                    .orElse(OptionalDouble.empty());
        }
    },
    /**
     * Value at index 1 (all isolates alive) minus value at index 0 (before the first), divided by the number of isolates; a cell
     * that does not say how many has one.
     */
    GROWTH_PER_ISOLATE {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            OptionalDouble before = cell.metric(metric).map(series -> series.at(0)).orElse(OptionalDouble.empty());
            OptionalDouble after = cell.metric(metric).map(series -> series.at(1)).orElse(OptionalDouble.empty());
            double isolates = Dimensions.number(cell.dimensions(), "isolates").orElse(1);
            if (before.isEmpty() || after.isEmpty()) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of((after.getAsDouble() - before.getAsDouble()) / isolates);
        }
    },
    /** The first value of the metric's series. */
    FIRST {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return summary(cell, metric, values -> values[0]);
        }
    },
    /** The last value of the metric's series. */
    LAST {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return summary(cell, metric, values -> values[values.length - 1]);
        }
    },
    /** The sum of the metric's series. */
    SUM {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return summary(cell, metric, values -> Arrays.stream(values).sum());
        }
    },
    /** The arithmetic mean of the metric's series. */
    MEAN {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return summary(cell, metric, Samples::arithmeticMean);
        }
    },
    /** The largest value of the metric's series. */
    MAXIMUM {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return summary(cell, metric, values -> Arrays.stream(values).max().orElseThrow());
        }
    },
    /**
     * The 99th percentile of the metric's series by the nearest rank, for series by second: the paper's view of latency. Needs
     * 100 values, so that at least one lies above it.
     */
    P99_OF_SERIES {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return cell.metric(metric).filter(series -> series.values().size() >= FEWEST_FOR_P99).isPresent()
                    ? summary(cell, metric, values -> Samples.nearestRank(99, values))
                    : OptionalDouble.empty();
        }
    },
    /** Median of the metric's series without its first value, which often pays for all others. */
    MEDIAN_OF_REST {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return cell.metric(metric).filter(series -> series.values().size() > 1).isPresent()
                    ? summary(cell, metric, values -> Samples.median(Arrays.copyOfRange(values, 1, values.length)))
                    : OptionalDouble.empty();
        }
    },
    /** Median response time in nanoseconds from the histogram; the metric's name is not used. */
    LATENCY_P50 {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return new Percentile(50).of(cell.latency());
        }
    },
    /** 99th percentile of the response time in nanoseconds from the histogram; the metric's name is not used. */
    LATENCY_P99 {
        @Override
        OptionalDouble of(CellData cell, String metric) {
            return new Percentile(99).of(cell.latency());
        }
    };

    private static final int FEWEST_FOR_P99 = 100;

    /** The cell's number; empty when it was not measured or may not be computed from so few samples. */
    abstract OptionalDouble of(CellData cell, String metric);

    private static OptionalDouble summary(CellData cell, String metric, ToDoubleFunction<double[]> summary) {
        return cell.metric(metric).map(series -> OptionalDouble.of(summary.applyAsDouble(series.inOrder())))
                .orElse(OptionalDouble.empty());
    }
}
