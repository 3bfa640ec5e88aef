package org.graalvisor.analysis.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graalvisor.analysis.claims.Claim;
import org.graalvisor.analysis.claims.EvaluatedClaim;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.tables.Numbers;
import org.graalvisor.analysis.tables.Table;
import org.graalvisor.results.Manifest;

/** How to check each claim: its figure, the command, and what the run at hand took. */
public final class ClaimGuide {
    private static final List<String> COLUMNS = List.of("claim", "figure", "command", "time", "disk", "tools",
            "not_available");
    private static final double BYTES_PER_MB = 1e6;
    private static final String UNAVAILABLE = "unavailable";
    /** Costs of this machine stand among the tools in a manifest. */
    private static final String CALIBRATION = "calibration";

    private ClaimGuide() {}

    /**
     * One row per claim.
     *
     * @param claims in the order they are printed
     * @param results the runs they were evaluated on
     */
    public static Table of(List<EvaluatedClaim> claims, Results results) {
        return new Table(COLUMNS, claims.stream().map(claim -> row(claim.claim(), results)).toList());
    }

    private static List<String> row(Claim claim, Results results) {
        String experiment = claim.numerator().experiment();
        Optional<Experiment> run = results.experiment(experiment);
        List<String> row = new ArrayList<>(List.of(claim.id(), claim.figure(), "./graalvisor reproduce " + experiment));
        if (run.isEmpty()) {
            row.addAll(List.of("no run yet; ask ./graalvisor plan " + experiment, "", "", ""));
            return row;
        }
        Manifest manifest = run.get().manifest();
        row.set(2, row.get(2) + " --scale " + manifest.plan().scale());
        row.add(time(manifest));
        row.add(Numbers.readable(run.get().diskBytes() / BYTES_PER_MB) + " MB");
        row.add(manifest.environment().toolVersions().entrySet().stream().filter(tool -> !tool.getValue().startsWith(
                UNAVAILABLE) && !tool.getKey().startsWith(CALIBRATION)).map(Map.Entry::getKey).collect(Collectors
                        .joining(", ")));
        row.add(manifest.plan().unavailableSystems().stream().map(system -> system.name() + ": " + system.reason())
                .collect(Collectors.joining("; ")));
        return row;
    }

    /** From start to end; a run that was interrupted and resumed includes the pause. */
    private static String time(Manifest manifest) {
        return manifest.outcome().endedAt().map(end -> Duration.between(manifest.outcome().startedAt(), end)).map(
                taken -> String.format(Locale.ROOT, "%d min %02d s", taken.toMinutes(), taken.toSecondsPart())).orElse(
                        "");
    }
}
