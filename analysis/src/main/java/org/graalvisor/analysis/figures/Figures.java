package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.List;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Every figure the results allow. */
public final class Figures {
    private Figures() {}

    /**
     * Draws the figures whose experiment has a finished run.
     *
     * @param results what was measured
     * @param bootstrap for the intervals
     * @return figures in the order of the paper
     */
    public static List<Figure> draw(Results results, Bootstrap bootstrap) {
        List<Figure> figures = new ArrayList<>();
        results.experiment(Fig3.EXPERIMENT).ifPresent(run -> figures.addAll(new Fig3(run, bootstrap).figures()));
        results.experiment(Fig4.EXPERIMENT).ifPresent(run -> figures.addAll(new Fig4(run, bootstrap).figures()));
        results.experiment(Fig7.EXPERIMENT).ifPresent(run -> figures.addAll(new Fig7(run, bootstrap).figures()));
        results.experiment(Fig8.EXPERIMENT).ifPresent(run -> figures.addAll(new Fig8(run, bootstrap).figures()));
        results.experiment(PeakSpeed.EXPERIMENT).ifPresent(run -> figures.addAll(new PeakSpeed(run, bootstrap)
                .figures()));
        results.experiment(JmhTable.EXPERIMENT).ifPresent(run -> figures.add(JmhTable.of(run)));
        return figures;
    }
}
