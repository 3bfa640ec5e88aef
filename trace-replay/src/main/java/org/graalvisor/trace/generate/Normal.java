package org.graalvisor.trace.generate;

/** The normal distribution. */
public final class Normal {
    private Normal() {}

    /** Returns the share of what is at most a value; error below 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
    public static double shareUpTo(double value) {
        double x = Math.abs(value) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double tail = t * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
        return value < 0 ? tail / 2 : 1 - tail / 2;
    }
}
