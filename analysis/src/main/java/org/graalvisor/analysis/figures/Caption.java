package org.graalvisor.analysis.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.UnavailableSystem;

/** What has to be said below a figure about its data. */
final class Caption {
    private Caption() {}

    static String of(String drawn, Experiment experiment, List<Reading> readings) {
        StringJoiner sentences = new StringJoiner(" ");
        sentences.add(drawn);
        sentences.add("Values are medians over independent runs with bootstrap 95 % intervals" + runs(readings) + ".");
        // The same reason with other numbers need not be told again.
        Map<String, String> reasons = new LinkedHashMap<>();
        readings.stream().flatMap(reading -> reading.point().verdict().reasons().stream())
                .forEach(reason -> reasons.putIfAbsent(reason.replaceAll("[0-9]+", "N"), reason));
        if (!reasons.isEmpty()) {
            sentences.add("Hollow and * = degraded data: " + String.join("; ", reasons.values()) + ".");
        }
        return notice(sentences.toString(), experiment);
    }

    /** The same without statistics, for data that is not one number per run. */
    static String notice(String drawn, Experiment experiment) {
        StringJoiner sentences = new StringJoiner(" ");
        sentences.add(drawn);
        if (experiment.origin() == RunStore.Origin.REFERENCE) {
            sentences.add("Data: the project's reference run, not a run on this machine.");
        }
        if (!experiment.excluded().isEmpty()) {
            sentences.add("Left out: " + experiment.excluded().size() + " of " + experiment.manifest().plan().cells()
                    .size()
                    + " cells (listed in the report).");
        }
        for (UnavailableSystem system : experiment.manifest().plan().unavailableSystems()) {
            sentences.add("Not available here: " + system.name() + " (" + system.reason() + ").");
        }
        return sentences.toString();
    }

    private static String runs(List<Reading> readings) {
        int fewest = readings.stream().mapToInt(reading -> reading.estimate().runs()).min().orElse(0);
        int most = readings.stream().mapToInt(reading -> reading.estimate().runs()).max().orElse(0);
        return " (n = " + fewest + (fewest == most ? "" : " to " + most) + ")";
    }
}
