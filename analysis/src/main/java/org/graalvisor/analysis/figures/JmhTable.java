package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvisor.analysis.data.CellData;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Series;
import org.graalvisor.analysis.tables.Numbers;
import org.graalvisor.analysis.tables.Table;

/** Scores of the JMH benchmarks, as JMH computed them. */
final class JmhTable {
    static final String EXPERIMENT = "jmh";

    private JmhTable() {}

    static Figure of(Experiment experiment) {
        List<List<String>> rows = new ArrayList<>();
        for (CellData cell : experiment.cells()) {
            Optional<Series> score = cell.metric("score");
            if (score.isPresent()) {
                String error = cell.metric("score_error").map(JmhTable::first).orElse("");
                rows.add(List.of(cell.dimensions().getOrDefault("benchmark", cell.id()), cell.dimensions().getOrDefault(
                        "workload", ""), first(score.get()), error,
                        score.get().unit(), cell.verdict().toString()));
            }
        }
        String caption = Caption.notice(
                "Micro-benchmarks driven by JMH; the error is JMH's 99.9 % confidence interval.",
                experiment);
        return new Figure("jmh", EXPERIMENT, "JMH benchmarks", caption, Optional.empty(),
                new Table(List.of("benchmark", "workload", "score", "score_error", "unit", "verdict"), rows));
    }

    private static String first(Series series) {
        return Numbers.exact(series.values().get(series.values().firstKey()));
    }
}
