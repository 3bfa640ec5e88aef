package org.graalvisor.analysis.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.graalvisor.analysis.statistics.Interval;

/** Numbers as text, the same under every default locale. */
public final class Numbers {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int MOST_FRACTION_DIGITS = 15;

    private Numbers() {}

    /** Three significant digits, four from 1,000 on, thousands grouped: {@code 0.0421}, {@code 446}, {@code 12,350}. */
    public static String readable(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(Math.abs(value) < 1_000
                ? SIGNIFICANT_DIGITS
                : SIGNIFICANT_DIGITS + 1));
        int fractionDigits = Math.clamp((long) rounded.stripTrailingZeros().scale(), 0,
                MOST_FRACTION_DIGITS);
        return String.format(Locale.ROOT, "%,." + fractionDigits + "f", rounded);
    }

    /** {@code 438 to 451}, or {@code one run} without an interval. */
    public static String readable(Optional<Interval> interval) {
        return interval.map(ends -> readable(ends.low()) + " to " + readable(ends.high())).orElse("one run");
    }

    /** Every digit, for tables that are read by programs. */
    public static String exact(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
