package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.graalvisor.analysis.data.Experiment;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Statistic;
import org.graalvisor.analysis.figures.ScalingCurve.Unit;
import org.graalvisor.analysis.statistics.Bootstrap;

/** Fig 3 for isolates of script languages, which the paper does not show: they hold a context and a program too. */
final class Fig3Scripts {
    private static final Unit MS = new Unit("ms", 1);
    private static final Unit MS_FROM_US = new Unit("ms", 1e-3);
    private static final Unit MB = new Unit("MB", 1e-6);

    private final Experiment experiment;
    private final Bootstrap bootstrap;

    Fig3Scripts(Experiment experiment, Bootstrap bootstrap) {
        this.experiment = experiment;
        this.bootstrap = bootstrap;
    }

    /** None when no script was measured. */
    List<Figure> figures() {
        boolean measured = experiment.points("isolate_create_us", Statistic.MEDIAN, Map.of()).stream().anyMatch(
                point -> Language.of(point).isScript());
        return measured ? List.of(time(), memory()) : List.of();
    }

    private Figure time() {
        List<ScalingCurve> curves = List.of(
                curve(Language.JAVASCRIPT, "cold start", "isolate_cold_start_ms", Statistic.MEDIAN, MS, Palette.BLUE),
                curve(Language.JAVASCRIPT, "isolate", "isolate_create_us", Statistic.MEDIAN, MS_FROM_US, Palette.SKY),
                curve(Language.PYTHON, "cold start", "isolate_cold_start_ms", Statistic.MEDIAN, MS, Palette.VERMILION),
                curve(Language.PYTHON, "isolate", "isolate_create_us", Statistic.MEDIAN, MS_FROM_US, Palette.ORANGE));
        List<ScalingCurve> inTableOnly = new ArrayList<>();
        for (Language language : List.of(Language.JAVASCRIPT, Language.PYTHON)) {
            inTableOnly.add(curve(language, "load", "program_load_us", Statistic.MEDIAN, MS_FROM_US, Palette.INK));
            inTableOnly.add(curve(language, "first call", "isolate_first_call_us", Statistic.MEDIAN, MS_FROM_US,
                    Palette.INK));
        }
        return figure("fig3-script-time", "Fig 3: start-up time of a script's isolate", "milliseconds (log scale)",
                "ms", "Cold start: creating the isolate, loading helloworld into its context and the first call, by "
                        + "number of isolates created in one process.",
                curves, inTableOnly);
    }

    private Figure memory() {
        List<ScalingCurve> curves = new ArrayList<>();
        List<ScalingCurve> inTableOnly = new ArrayList<>();
        Map<Language, List<Color>> colors = Map.of(Language.JAVASCRIPT, List.of(Palette.BLUE, Palette.SKY),
                Language.PYTHON, List.of(Palette.VERMILION, Palette.ORANGE));
        for (Language language : List.of(Language.JAVASCRIPT, Language.PYTHON)) {
            curves.add(curve(language, "private dirty", "private_dirty_bytes", Statistic.GROWTH_PER_ISOLATE, MB,
                    colors.get(language).getFirst()));
            curves.add(curve(language, "RSS", "rss_bytes", Statistic.GROWTH_PER_ISOLATE, MB, colors.get(language)
                    .getLast()));
            inTableOnly.add(curve(language, "PSS", "pss_bytes", Statistic.GROWTH_PER_ISOLATE, MB, Palette.INK));
        }
        return figure("fig3-script-memory", "Fig 3: memory per isolate of a script", "MB per isolate (log scale)", "MB",
                "Growth of the process from before the first isolate to all isolates alive and called once, divided by "
                        + "their number. RSS counts the shared image heap again for every isolate.",
                curves, inTableOnly);
    }

    private Figure figure(String id, String title, String axis, String unit, String drawn, List<ScalingCurve> curves,
            List<ScalingCurve> inTableOnly) {
        List<Reading> readings = new ArrayList<>();
        List<ScalingLine> lines = new ArrayList<>();
        for (ScalingCurve curve : curves) {
            readings.addAll(curve.readings());
            lines.addAll(curve.lines());
        }
        Optional<ScalingLine> any = lines.stream().filter(line -> !line.points().isEmpty()).findAny();
        String caption = Caption.of(drawn + leftOut(), experiment, readings);
        inTableOnly.forEach(curve -> readings.addAll(curve.readings()));
        return new Figure(id, Fig3.EXPERIMENT, title, caption, any.map(line -> ScalingChart.draw(title,
                ScalingAxis.ISOLATES, axis, unit, lines)), Reading.table(readings));
    }

    /** Names the counts that did not fit into the machine's memory. */
    private String leftOut() {
        StringJoiner sentences = new StringJoiner("");
        for (Point point : experiment.points("isolates_that_fit", Statistic.MEDIAN, Map.of())) {
            sentences.add(" Left out: " + point.dimension("isolates") + " isolates of " + point.dimension("workload")
                    + ", whose private memory would reach half of the memory available.");
        }
        return sentences.toString();
    }

    private ScalingCurve curve(Language language, String name, String metric, Statistic statistic, Unit unit,
            Color color) {
        List<Point> points = experiment.points(metric, statistic, Map.of()).stream().filter(point -> Language.of(
                point) == language).toList();
        return ScalingCurve.overIsolates(language.words() + ", " + name, color, unit, points, bootstrap, Map.of());
    }
}
