package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A horizontal bar from the left edge of the plot, hollow where its data is degraded. */
final class Bar extends Annotation {
    private static final BasicStroke OUTLINE = new BasicStroke(3.5f);

    private final double fromX;
    private final double toX;
    private final double y;
    private final double heightPixels;
    private final boolean hollow;
    private final Color color;

    Bar(double fromX, double toX, double y, double heightPixels, boolean hollow, Color color) {
        super(false);
        this.fromX = fromX;
        this.toX = toX;
        this.y = y;
        this.heightPixels = heightPixels;
        this.hollow = hollow;
        this.color = color;
    }

    @Override
    public void paint(Graphics2D graphics) {
        double left = getXAxisScreenValue(fromX);
        Rectangle2D bar = new Rectangle2D.Double(left, getYAxisScreenValue(y) - heightPixels / 2,
                getXAxisScreenValue(toX) - left, heightPixels);
        graphics.setColor(hollow ? Color.WHITE : color);
        graphics.fill(bar);
        graphics.setColor(color);
        graphics.setStroke(OUTLINE);
        graphics.draw(bar);
    }
}
