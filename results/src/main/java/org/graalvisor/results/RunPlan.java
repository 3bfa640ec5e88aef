package org.graalvisor.results;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run set out to do; fixed before the first cell.
 *
 * @param scale name of the size of the run, for example {@code smoke} or {@code full}
 * @param method name of the measuring rules, for example {@code fair} or {@code paper}
 * @param config the resolved configuration: values are strings, numbers, booleans, lists and maps of these
 * @param seeds seed per purpose
 * @param scheduleHash hash of the arrival schedule; empty when the load is not open-loop
 * @param cells the planned cells, in the order they are run
 * @param unavailableSystems systems left out because this machine cannot run them
 */
public record RunPlan(String scale, String method, Map<String, Object> config, Map<String, Long> seeds,
        Optional<String> scheduleHash, List<PlannedCell> cells, List<UnavailableSystem> unavailableSystems) {

    public RunPlan {
        config = Names.sorted(config);
        seeds = Names.sorted(seeds);
        cells = List.copyOf(cells);
        unavailableSystems = List.copyOf(unavailableSystems);
        Set<String> seen = new HashSet<>();
        for (PlannedCell cell : cells) {
            if (!seen.add(cell.id())) {
                throw new IllegalArgumentException("Cell id \"" + cell.id()
                        + "\" is planned twice; ids must be unique in a run");
            }
        }
    }
}
