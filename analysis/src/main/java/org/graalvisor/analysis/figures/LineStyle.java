package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.awt.Color;

/**
 * Colour and dashes of a curve, so that curves differ in print without colour too.
 *
 * @param color of line and label
 * @param stroke of the line
 */
record LineStyle(Color color, BasicStroke stroke) {
    private static final float[][] DASHES = {{}, {16f, 7f}, {4f, 6f}, {18f, 6f, 4f, 6f}};
    private static final float[] MEAN_DASHES = {10f, 10f};
    private static final float MEAN_WIDTH = 2.5f;

    /** The style of the curve at a position, from 0. */
    static LineStyle at(int position) {
        float[] dashes = DASHES[position % DASHES.length];
        return new LineStyle(Palette.series(position), dashes.length == 0
                ? new BasicStroke(Style.LINE_WIDTH)
                : dashed(Style.LINE_WIDTH, dashes));
    }

    /** A thin dashed line of the same colour, for the curve's mean. */
    LineStyle ofMean() {
        return new LineStyle(color, dashed(MEAN_WIDTH, MEAN_DASHES));
    }

    private static BasicStroke dashed(float width, float[] dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    }
}
