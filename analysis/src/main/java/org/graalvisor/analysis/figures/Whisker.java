package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** An interval with caps, from one point of the plot to another straight above or beside it. */
final class Whisker extends Annotation {
    private static final double HALF_CAP_PIXELS = 9;
    private static final BasicStroke LINE = new BasicStroke(3f);

    private final double fromX;
    private final double fromY;
    private final double toX;
    private final double toY;
    private final Color color;

    private Whisker(double fromX, double fromY, double toX, double toY, Color color) {
        super(false);
        this.fromX = fromX;
        this.fromY = fromY;
        this.toX = toX;
        this.toY = toY;
        this.color = color;
    }

    static Whisker vertical(double x, double low, double high, Color color) {
        return new Whisker(x, low, x, high, color);
    }

    static Whisker horizontal(double y, double low, double high, Color color) {
        return new Whisker(low, y, high, y, color);
    }

    @Override
    public void paint(Graphics2D graphics) {
        double startX = getXAxisScreenValue(fromX);
        double startY = getYAxisScreenValue(fromY);
        double endX = getXAxisScreenValue(toX);
        double endY = getYAxisScreenValue(toY);
        double capX = fromX == toX ? HALF_CAP_PIXELS : 0;
        double capY = fromX == toX ? 0 : HALF_CAP_PIXELS;
        graphics.setColor(color);
        graphics.setStroke(LINE);
        graphics.draw(new Line2D.Double(startX, startY, endX, endY));
        graphics.draw(new Line2D.Double(startX - capX, startY - capY, startX + capX, startY + capY));
        graphics.draw(new Line2D.Double(endX - capX, endY - capY, endX + capX, endY + capY));
    }
}
