package org.graalvisor.analysis.figures;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.graalvisor.analysis.statistics.Estimate;
import org.graalvisor.analysis.tables.Numbers;

/**
 * One bar.
 *
 * @param label written at the bar
 * @param group rows of one group have one colour
 * @param estimate its length, above 0, with its interval
 * @param degraded whether to draw it hollow
 * @param paper the paper's number
 * @param upper a second, larger number drawn as a circle, for example a 99th percentile
 */
record BarRow(String label, int group, Estimate estimate, boolean degraded, OptionalDouble paper,
        OptionalDouble upper) {

    static BarRow of(String label, int group, Reading reading) {
        return new BarRow(label, group, reading.estimate(), reading.degraded(), reading.paper(), OptionalDouble
                .empty());
    }

    /** Label with the mark of degraded data. */
    String markedLabel() {
        return label + (degraded ? " *" : "");
    }

    /**
     * The numbers as text.
     *
     * @param unit of them; may be empty
     * @param upperName what {@link #upper} is
     */
    String numbers(String unit, String upperName) {
        StringBuilder text = new StringBuilder(Numbers.readable(estimate.value())).append(unit.isEmpty()
                ? ""
                : " " + unit);
        upper.ifPresent(number -> text.append(", ").append(upperName).append(' ').append(Numbers.readable(number)));
        paper.ifPresent(number -> text.append(" (paper ").append(Numbers.readable(number)).append(')'));
        return text.toString();
    }

    /** Everything that must fit on the axis. */
    DoubleStream values() {
        DoubleStream.Builder values = DoubleStream.builder();
        values.add(estimate.value());
        estimate.interval().ifPresent(ends -> values.add(ends.high()));
        paper.ifPresent(values::add);
        upper.ifPresent(values::add);
        return values.build();
    }

    /** The right end of everything that is drawn. */
    double end() {
        return values().max().orElse(estimate.value());
    }
}
