package org.graalvisor.analysis.figures;

import java.util.Optional;
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
 */
public record Figure(String id, String experiment, String title, String caption, Optional<XYChart> chart, Table table) {

    /** As a PNG file with its caption; empty without a drawing. */
    public Optional<byte[]> toPng() {
        return chart.map(drawing -> FigureCanvas.of(drawing, caption).toPng());
    }

    /** As an SVG document with its caption; empty without a drawing. */
    public Optional<String> toSvg() {
        return chart.map(drawing -> FigureCanvas.of(drawing, caption).toSvg());
    }
}
