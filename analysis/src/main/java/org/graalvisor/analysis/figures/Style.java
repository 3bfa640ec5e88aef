package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;

/** The look all figures share. */
final class Style {
    /** Wide enough for print at 300 dots per inch over a column of 13 cm. */
    static final int WIDTH_PIXELS = 1_600;
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 32);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 26);
    static final Font STRONG_LABEL = new Font(Font.SANS_SERIF, Font.BOLD, 26);
    static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    static final float LINE_WIDTH = 4f;

    private Style() {}

    static XYChart chart(String title, String xAxisTitle, String yAxisTitle, int heightPixels) {
        XYChart chart = new XYChart(WIDTH_PIXELS, heightPixels, Styler.ChartTheme.XChart);
        chart.setTitle(title);
        chart.setXAxisTitle(xAxisTitle);
        chart.setYAxisTitle(yAxisTitle);
        XYStyler styler = chart.getStyler();
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(Palette.INK);
        styler.setChartTitleFont(TITLE);
        styler.setChartTitlePadding(18);
        styler.setAxisTitleFont(LABEL);
        styler.setAxisTickLabelsFont(LABEL);
        styler.setAxisTickLabelsColor(Palette.INK);
        styler.setAxisTickPadding(12);
        styler.setAxisTitlePadding(14);
        styler.setChartPadding(24);
        styler.setLegendVisible(false);
        styler.setPlotContentSize(1);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(Palette.GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1.5f));
        styler.setMarkerSize(0);
        styler.setAntiAlias(true);
        return chart;
    }
}
