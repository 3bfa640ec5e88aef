package org.graalvisor.trace.figure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A line of a panel.
 *
 * @param label shown in the legend
 * @param x ascending
 * @param y as many values
 */
public record Curve(String label, double[] x, double[] y) {
    /** More points than pixels show nothing more. */
    private static final int MOST_POINTS = 1_200;

    public Curve {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("a curve needs as many values as places, and at least one: " + label);
        }
    }

    /** Returns the means of equal parts when there are more points than can be seen; for values over time. */
    public Curve thinned() {
        if (x.length <= MOST_POINTS) {
            return this;
        }
        double[] places = new double[MOST_POINTS];
        double[] means = new double[MOST_POINTS];
        for (int part = 0; part < MOST_POINTS; part++) {
            int from = (int) ((long) part * x.length / MOST_POINTS);
            int to = (int) ((part + 1L) * x.length / MOST_POINTS);
            places[part] = x[from];
            means[part] = Arrays.stream(y, from, to).average().orElseThrow();
        }
        return new Curve(label, places, means);
    }

    /** Returns the points that a logarithmic axis has a place for. */
    Curve above0(boolean ofX, boolean ofY) {
        int[] kept = IntStream.range(0, x.length).filter(i -> (!ofX || x[i] > 0) && (!ofY || y[i] > 0))
                .toArray();
        return kept.length == 0
                ? new Curve(label, new double[]{Double.NaN}, new double[]{Double.NaN})
                : new Curve(label, Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
                        Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
    }

    boolean isDrawable() {
        return !Double.isNaN(x[0]);
    }
}
