package org.graalvisor.analysis.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A point, hollow where its data is degraded. */
final class PointMark extends Annotation {
    private static final double RADIUS_PIXELS = 9;
    private static final BasicStroke OUTLINE = new BasicStroke(3.5f);

    /** Ours and the paper's points differ in form too, for print without colour. */
    enum Form {
        /** Measured here. */
        CIRCLE,
        /** The paper's. */
        DIAMOND
    }

    private final double x;
    private final double y;
    private final Form form;
    private final boolean hollow;
    private final Color color;

    PointMark(double x, double y, Form form, boolean hollow, Color color) {
        super(false);
        this.x = x;
        this.y = y;
        this.form = form;
        this.hollow = hollow;
        this.color = color;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Shape shape = shape(getXAxisScreenValue(x), getYAxisScreenValue(y));
        graphics.setColor(hollow ? Color.WHITE : color);
        graphics.fill(shape);
        graphics.setColor(color);
        graphics.setStroke(OUTLINE);
        graphics.draw(shape);
    }

    private Shape shape(double centerX, double centerY) {
        if (form == Form.CIRCLE) {
            return new Ellipse2D.Double(centerX - RADIUS_PIXELS, centerY - RADIUS_PIXELS, 2 * RADIUS_PIXELS, 2
                    * RADIUS_PIXELS);
        }
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(centerX, centerY - RADIUS_PIXELS * 1.2);
        diamond.lineTo(centerX + RADIUS_PIXELS * 1.2, centerY);
        diamond.lineTo(centerX, centerY + RADIUS_PIXELS * 1.2);
        diamond.lineTo(centerX - RADIUS_PIXELS * 1.2, centerY);
        diamond.closePath();
        return diamond;
    }
}
