package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import org.graalvisor.analysis.tables.Numbers;

/** Round numbers along an axis. */
final class Ticks {
    private static final double[] STEPS = {1, 2, 5, 10};
    /** From this many powers of ten on, they alone are enough. */
    private static final double DECADES_ALONE = 2.5;

    private static final double MILLION = 1e6;

    private Ticks() {}

    /** A tick's number, short enough to stand beside that of the next power of ten: {@code 10 M} for ten million. */
    static String text(double tick) {
        return tick < MILLION ? Numbers.readable(tick) : Numbers.readable(tick / MILLION) + " M";
    }

    /**
     * Ticks of a linear axis.
     *
     * @param low where the axis begins
     * @param high where it ends, above {@code low}
     * @param most number of ticks, at least 2
     */
    static List<Double> linear(double low, double high, int most) {
        double least = (high - low) / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = power;
        for (double candidate : STEPS) {
            if (step < least) {
                step = candidate * power;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Ticks of a logarithmic axis: powers of ten, and twice and five times these where there are few. */
    static List<Double> logarithmic(double low, double high) {
        boolean decadesAlone = Math.log10(high / low) >= DECADES_ALONE;
        List<Double> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(low)); Math.pow(10, exponent) <= high; exponent++) {
            for (double step : decadesAlone ? new double[]{1} : new double[]{1, 2, 5}) {
                double tick = step * Math.pow(10, exponent);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
