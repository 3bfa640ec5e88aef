package org.graalvisor.trace.schedule;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * When the invocations of a minute happen within it, which the trace does not say. Every model is exact in count. Given
 * their number, arrivals of a Poisson process are uniformly distributed, so {@link #UNIFORM} and {@link #EXPONENTIAL}
 * are one law drawn in two ways; both exist because tools name it differently.
 */
public enum ArrivalModel {
    /** Each at a uniformly distributed time, as in the paper. */
    UNIFORM {
        @Override
        void fill(int[] offsetsUs, int count, double phase, SplittableRandom random) {
            for (int i = 0; i < count; i++) {
                offsetsUs[i] = (int) (((random.nextLong() >>> Integer.SIZE) * MINUTE_US) >>> Integer.SIZE);
            }
        }
    },
    /** At exponentially distributed distances, scaled so that the minute has exactly its count. */
    EXPONENTIAL {
        @Override
        void fill(int[] offsetsUs, int count, double phase, SplittableRandom random) {
            double[] arrivals = new double[count];
            double at = 0;
            for (int i = 0; i < count; i++) {
                at -= Math.log1p(-random.nextDouble());
                arrivals[i] = at;
            }
            double total = at - Math.log1p(-random.nextDouble());
            for (int i = 0; i < count; i++) {
                offsetsUs[i] = (int) Math.min(MINUTE_US - 1, (long) (arrivals[i] / total * MINUTE_US));
            }
        }
    },
    /** At equal distances, from a phase of the function's own, so that a timer keeps its period over minutes. */
    EQUIDISTANT {
        @Override
        void fill(int[] offsetsUs, int count, double phase, SplittableRandom random) {
            for (int i = 0; i < count; i++) {
                offsetsUs[i] = (int) ((i + phase) * MINUTE_US / count);
            }
        }
    };

    /** Microseconds of a minute. */
    static final long MINUTE_US = 60_000_000;

    /**
     * Draws the arrivals of one function in one minute, in any order.
     *
     * @param offsetsUs receives microseconds since the minute's beginning, below {@link #MINUTE_US}
     * @param count how many
     * @param phase the function's phase, from 0 to below 1
     * @param random seeded for this function and minute
     */
    abstract void fill(int[] offsetsUs, int count, double phase, SplittableRandom random);

    /** Returns the name used in options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
