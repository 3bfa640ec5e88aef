package org.graalvisor.analysis.figures;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A short piece of a curve beside its name. */
final class LineSample extends Annotation {
    static final int LENGTH_PIXELS = 60;

    private final double x;
    private final double y;
    private final int shiftDownPixels;
    private final LineStyle style;

    LineSample(double x, double y, int shiftDownPixels, LineStyle style) {
        super(false);
        this.x = x;
        this.y = y;
        this.shiftDownPixels = shiftDownPixels;
        this.style = style;
    }

    @Override
    public void paint(Graphics2D graphics) {
        double left = getXAxisScreenValue(x);
        double height = getYAxisScreenValue(y) + shiftDownPixels;
        graphics.setColor(style.color());
        graphics.setStroke(style.stroke());
        graphics.draw(new Line2D.Double(left, height, left + LENGTH_PIXELS, height));
    }
}
