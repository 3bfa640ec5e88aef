package org.graalvisor.analysis.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvisor.analysis.data.Experiment;
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
     * @return figures in the order of the paper; those of a run under the paper's rules follow their equals
     */
    public static List<Figure> draw(Results results, Bootstrap bootstrap) {
        List<Figure> figures = new ArrayList<>();
        drawings(bootstrap).forEach((name, drawing) -> {
            results.experiment(name).ifPresent(run -> figures.addAll(drawing.apply(run)));
            if (results.underPaperRules().containsKey(name)) {
                drawing.apply(results.underPaperRules().get(name)).forEach(figure -> figures.add(figure
                        .labelledAsUnderPaperRules()));
            }
        });
        return figures;
    }

    private static Map<String, Function<Experiment, List<Figure>>> drawings(Bootstrap bootstrap) {
        Map<String, Function<Experiment, List<Figure>>> drawings = new LinkedHashMap<>();
        drawings.put(Fig1.EXPERIMENT, run -> new Fig1(run, bootstrap).figures());
        drawings.put(Fig3.EXPERIMENT, run -> new Fig3(run, bootstrap).figures());
        drawings.put(Fig4.EXPERIMENT, run -> new Fig4(run, bootstrap).figures());
        drawings.put(Fig5.EXPERIMENT, run -> new Fig5(run, bootstrap).figures());
        drawings.put(Fig6.EXPERIMENT, run -> new Fig6(run, bootstrap).figures());
        drawings.put(Fig7.EXPERIMENT, run -> new Fig7(run, bootstrap).figures());
        drawings.put(Fig8.EXPERIMENT, run -> new Fig8(run, bootstrap).figures());
        drawings.put(Fig9.EXPERIMENT, run -> {
            List<Figure> both = new ArrayList<>(new Fig9(run, bootstrap).figures());
            both.addAll(new Fig10(run, bootstrap).figures());
            return both;
        });
        drawings.put(PeakSpeed.EXPERIMENT, run -> new PeakSpeed(run, bootstrap).figures());
        drawings.put(JmhTable.EXPERIMENT, run -> List.of(JmhTable.of(run)));
        return drawings;
    }
}
