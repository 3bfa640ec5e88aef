package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.analysis.statistics.Estimate;
import org.graalvisor.analysis.tables.Numbers;
import org.graalvisor.analysis.tables.Table;

/**
 * One row of a figure's table: a point of the grid in the figure's unit.
 *
 * @param quantity what was measured, for a reader
 * @param unit unit of estimate and paper
 * @param point the point
 * @param estimate median over runs in the figure's unit
 * @param paper the paper's number; empty when it reports none
 */
record Reading(String quantity, String unit, Point point, Estimate estimate, OptionalDouble paper) {

    /**
     * @param scale factor from the unit of the measurement to the figure's
     */
    static Reading of(String quantity, String unit, double scale, Point point, Bootstrap bootstrap,
            OptionalDouble paper) {
        return new Reading(quantity, unit, point, bootstrap.median(point.values()).scaled(scale), paper);
    }

    boolean degraded() {
        return point.degraded();
    }

    /** The table of some readings; one column per dimension. */
    static Table table(List<Reading> readings) {
        TreeSet<String> names = new TreeSet<>();
        readings.forEach(reading -> names.addAll(reading.point().dimensions().keySet()));
        List<String> columns = new ArrayList<>(names);
        columns.addAll(List.of("quantity", "unit", "median", "low_95", "high_95", "runs", "verdict", "paper"));
        return new Table(columns, readings.stream().map(reading -> reading.row(names)).toList());
    }

    private List<String> row(TreeSet<String> names) {
        Map<String, String> dimensions = point.dimensions();
        List<String> row = new ArrayList<>();
        names.forEach(name -> row.add(dimensions.getOrDefault(name, "")));
        row.add(quantity);
        row.add(unit);
        row.add(Numbers.exact(estimate.value()));
        row.add(estimate.interval().map(ends -> Numbers.exact(ends.low())).orElse(""));
        row.add(estimate.interval().map(ends -> Numbers.exact(ends.high())).orElse(""));
        row.add(Integer.toString(estimate.runs()));
        row.add(point.verdict().toString());
        row.add(paper.isPresent() ? Numbers.exact(paper.getAsDouble()) : "");
        return row;
    }
}
