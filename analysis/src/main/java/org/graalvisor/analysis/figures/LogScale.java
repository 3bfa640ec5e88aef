package org.graalvisor.analysis.figures;

import java.util.stream.DoubleStream;

/**
 * The range of a logarithmic axis that holds some values.
 *
 * @param low above 0
 * @param high above {@code low}
 */
record LogScale(double low, double high) {
    /** Room beside the outermost values, as a factor. */
    private static final double ROOM = 1.6;
    /** Below this ratio of the largest to the smallest value, a linear axis from 0 shows all of them. */
    private static final double LINEAR_SPAN = 10;
    /** Ends the title of such an axis. */
    static final String TITLE = " (log scale)";

    static LogScale around(DoubleStream values) {
        double[] positive = values.filter(value -> value > 0).toArray();
        double smallest = DoubleStream.of(positive).min().orElse(1);
        double largest = DoubleStream.of(positive).max().orElse(1);
        return new LogScale(smallest / ROOM, largest * ROOM);
    }

    /** Whether values differ so much that lengths in proportion to them could not be told apart, or not be seen. */
    static boolean suits(DoubleStream values) {
        double[] positive = values.filter(value -> value > 0).toArray();
        return DoubleStream.of(positive).max().orElse(1) >= LINEAR_SPAN * DoubleStream.of(positive).min().orElse(1);
    }

    /** The same with a strip free of values at the low end, for tick labels. */
    static LogScale withRoomBelow(DoubleStream values) {
        LogScale scale = around(values);
        return new LogScale(scale.at(-0.05), scale.high());
    }

    /** The value at a share of the axis: 0 is its low end, 1 its high end. */
    double at(double share) {
        return low * Math.pow(high / low, share);
    }

    /** Moves positions (as logarithms, ascending) apart until each is at least {@code gap} above the one before. */
    static double[] spread(double[] ascending, double gap) {
        double[] spread = ascending.clone();
        for (int i = 1; i < spread.length; i++) {
            spread[i] = Math.max(spread[i], spread[i - 1] + gap);
        }
        return spread;
    }
}
