package org.graalvisor.harness.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvisor.results.PlannedCell;
import org.graalvisor.results.RunWriter;
import org.graalvisor.results.SourceRevision;
import org.graalvisor.results.Verdict;

/** Judges a run as a whole. */
final class RunVerdict {
    private RunVerdict() {}

    /**
     * What holds for every cell of a run, and therefore weighs on each number drawn from it. What is wrong with single
     * cells is their own verdict.
     */
    static Verdict of(RunWriter run) {
        Verdict verdict = judge(run.manifest().environment().source());
        boolean nothingUsable = run.manifest().plan().cells().stream().noneMatch(cell -> run.verdict(cell.id())
                .filter(found -> found.level() != Verdict.Level.INVALID).isPresent());
        return nothingUsable ? verdict.and(Verdict.invalid("no cell can be used")) : verdict;
    }

    /**
     * The run's verdict with that of its cells: the worst level, and each reason with the number of cells it holds for.
     *
     * @param failed cells that could not be measured
     */
    static Verdict withCells(RunWriter run, Verdict whole, int failed) {
        Map<String, Integer> degraded = new LinkedHashMap<>();
        Map<String, Integer> invalid = new LinkedHashMap<>();
        List<PlannedCell> cells = run.manifest().plan().cells();
        for (PlannedCell cell : cells) {
            Verdict verdict = run.verdict(cell.id()).orElse(Verdict.valid());
            Map<String, Integer> reasons = verdict.level() == Verdict.Level.INVALID ? invalid : degraded;
            verdict.reasons().forEach(reason -> reasons.merge(withoutNumbers(reason), 1, Integer::sum));
        }
        Verdict verdict = failed == 0
                ? whole
                : whole.and(Verdict.degraded(failed + " of " + cells.size() + " cells could not be measured"));
        for (Map.Entry<String, Integer> reason : degraded.entrySet()) {
            verdict = verdict.and(Verdict.degraded(sentence(reason, cells.size())));
        }
        for (Map.Entry<String, Integer> reason : invalid.entrySet()) {
            verdict = verdict.and(Verdict.degraded("INVALID " + sentence(reason, cells.size())));
        }
        return verdict;
    }

    private static Verdict judge(SourceRevision source) {
        if (source.commit().startsWith("unavailable")) {
            return Verdict.degraded("the commit of the code is unknown");
        }
        return source.dirty() ? Verdict.degraded("the code was not committed") : Verdict.valid();
    }

    private static String sentence(Map.Entry<String, Integer> reason, int cells) {
        return reason.getValue() + " of " + cells + " cells: " + reason.getKey();
    }

    /** The same reason with other numbers is the same reason for the summary. */
    private static String withoutNumbers(String reason) {
        return reason.replaceAll("[0-9]+", "N");
    }
}
