package org.graalvisor.analysis.figures;

import java.util.List;

/**
 * Bars below one heading, for example one function on several systems.
 *
 * @param heading written above them
 * @param bars at least one
 */
record BarGroup(String heading, List<BarRow> bars) {

    BarGroup {
        bars = List.copyOf(bars);
    }
}
