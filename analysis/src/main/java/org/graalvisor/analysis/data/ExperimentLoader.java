package org.graalvisor.analysis.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.graalvisor.results.CellReader;
import org.graalvisor.results.Manifest;
import org.graalvisor.results.Measurement;
import org.graalvisor.results.Phase;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.ResultsException;
import org.graalvisor.results.RunReader;
import org.graalvisor.results.RunStore;
import org.graalvisor.results.Verdict;

/** Reads one run and sorts out what may not be used. */
final class ExperimentLoader {
    private ExperimentLoader() {}

    static Experiment load(RunReader run, RunStore.Origin origin) {
        Manifest manifest = run.manifest();
        List<CellData> usable = new ArrayList<>();
        List<ExcludedCell> excluded = new ArrayList<>();
        for (PlannedCell planned : manifest.plan().cells()) {
            Optional<CellReader> cell = run.cell(planned);
            if (cell.isEmpty()) {
                excluded.add(new ExcludedCell(manifest.experiment(), planned.id(), "no complete attempt"));
                continue;
            }
            Verdict verdict = cell.get().verdict().and(manifest.outcome().verdict());
            if (verdict.level() == Verdict.Level.INVALID) {
                excluded.add(new ExcludedCell(manifest.experiment(), planned.id(), verdict.toString()));
                continue;
            }
            Map<String, Series> metrics = metrics(cell.get());
            Histogram latency = cell.get().latency(Phase.MEASURE);
            if (metrics.containsKey(ReplayLists.MARK)) {
                ReplayLists lists = ReplayLists.read(cell.get());
                lists.metrics().forEach(metrics::putIfAbsent);
                latency = lists.responseTimes();
            }
            usable.add(new CellData(planned.id(), planned.dimensions(), verdict, manifest.environment().host(), metrics,
                    latency));
        }
        return new Experiment(manifest, origin, usable, excluded, diskBytes(run.folder()));
    }

    private static long diskBytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new ResultsException("add up the files in " + folder, e, "Check permissions of the results folder");
        }
    }

    private static Map<String, Series> metrics(CellReader cell) {
        Map<String, String> units = new HashMap<>();
        Map<String, SortedMap<Long, Double>> values = new HashMap<>();
        try (Stream<Measurement> measurements = cell.measurements()) {
            measurements.forEach(measurement -> {
                String unit = units.putIfAbsent(measurement.metric(), measurement.unit());
                Double earlier = values.computeIfAbsent(measurement.metric(), metric -> new TreeMap<>())
                        .put(measurement.index(), measurement.value());
                if (earlier != null || (unit != null && !unit.equals(measurement.unit()))) {
                    throw new ResultsException("use metric " + measurement.metric() + " of " + cell.folder(),
                            "index " + measurement.index() + " is there twice, or in two units",
                            "Write every index of a metric once and in one unit");
                }
            });
        }
        Map<String, Series> metrics = new HashMap<>();
        values.forEach((metric, series) -> metrics.put(metric, new Series(units.get(metric), series)));
        return metrics;
    }
}
