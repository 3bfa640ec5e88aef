package org.graalvisor.results;

import java.util.Map;

/**
 * One measurement of the plan: a single point of the experiment's grid, run in its own process.
 *
 * @param id unique in the run; a file name (letters, digits, {@code . _ = + -})
 * @param dimensions the point, for example {@code platform=graalvisor-native, isolates=64, run=3}
 */
public record PlannedCell(String id, Map<String, String> dimensions) {

    public PlannedCell {
        Names.require("cell id", id);
        dimensions = Names.sorted(dimensions);
    }
}
