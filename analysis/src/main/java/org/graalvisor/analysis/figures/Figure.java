package org.graalvisor.analysis.figures;

import java.util.Optional;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.tables.Table;
import org.knowm.xchart.XYChart;

/**
 * A figure and the table behind it.
 *
 * @param id file name without extension
 * @param experiment name of the experiment it shows
 * @param title one line
 * @param caption what is drawn, what is marked and which systems are missing
 * @param chart the drawing; empty for a plain table or when there is no data
 * @param table the numbers
 * @param underPaperRules whether the run followed the paper's own rules
 */
public record Figure(String id, String experiment, String title, String caption, Optional<XYChart> chart, Table table,
        boolean underPaperRules) {

    Figure(String id, String experiment, String title, String caption, Optional<XYChart> chart, Table table) {
        this(id, experiment, title, caption, chart, table, false);
    }

    /** The same figure of a run under the paper's own rules, told apart in name, title and caption. */
    Figure labelledAsUnderPaperRules() {
        String marked = title + ", by the paper's rules";
        chart.ifPresent(drawing -> drawing.setTitle(marked));
        return new Figure(id + "-paper-rules", experiment, marked,
                "Measured by the paper's own rules (--method paper), under which the systems are not treated alike; not "
                        + "to be mixed with the figures under equal rules. " + caption,
                chart, table, true);
    }

    /** What draws this figure anew. */
    public String command() {
        return "./graalvisor reproduce " + experiment + (underPaperRules ? " --method " + Results.PAPER_RULES : "");
    }

    /** As a PNG file with its caption; empty without a drawing. */
    public Optional<byte[]> toPng() {
        return chart.map(drawing -> FigureCanvas.of(drawing, caption).toPng());
    }

    /** As an SVG document with its caption; empty without a drawing. */
    public Optional<String> toSvg() {
        return chart.map(drawing -> FigureCanvas.of(drawing, caption).toSvg());
    }
}
