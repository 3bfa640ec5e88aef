package org.graalvisor.trace.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.graalvisor.trace.simulate.CostModels;

/**
 * The costs a simulation uses, and where they come from.
 *
 * @param models the costs
 * @param origin one line
 */
record CostSource(CostModels models, String origin) {

    /**
     * Returns what was asked for, otherwise what was measured here, otherwise what the paper reports.
     *
     * @param wanted a file
     */
    static CostSource of(Optional<Path> wanted) {
        Optional<Path> file = wanted.or(() -> CostModels.measuredHere().filter(Files::isRegularFile));
        return file.map(path -> new CostSource(CostModels.read(path), "costs from " + path))
                .orElseGet(() -> new CostSource(CostModels.published(),
                        "costs: what the paper reports, NOT measured on this machine; 'graalvisor trace calibrate' "
                                + "makes a model from this machine's results"));
    }
}
