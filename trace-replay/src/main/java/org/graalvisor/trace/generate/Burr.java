package org.graalvisor.trace.generate;

/**
 * Burr (type XII) distribution.
 *
 * @param c first shape
 * @param k second shape
 * @param scale scale
 */
public record Burr(double c, double k, double scale) {

    /**
     * Returns the quantile.
     *
     * @param probability from 0 to below 1
     */
    public double quantile(double probability) {
        return scale * Math.pow(Math.pow(1 - probability, -1 / k) - 1, 1 / c);
    }

    /** Returns the share of what is at most a value, which is not below 0. */
    public double shareUpTo(double value) {
        return 1 - Math.pow(1 + Math.pow(value / scale, c), -k);
    }
}
