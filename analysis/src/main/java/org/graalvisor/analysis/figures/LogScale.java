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

    static LogScale around(DoubleStream values) {
        double[] positive = values.filter(value -> value > 0).toArray();
        double smallest = DoubleStream.of(positive).min().orElse(1);
        double largest = DoubleStream.of(positive).max().orElse(1);
        return new LogScale(smallest / ROOM, largest * ROOM);
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
