package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Coloured text that begins beside a point of the plot. Drawn as outlines, so it looks the same wherever it is opened. */
final class TextLabel extends Annotation {
    private static final FontRenderContext MEASURE = new FontRenderContext(new AffineTransform(), true, true);

    private final String text;
    private final double x;
    private final double y;
    private final int shiftRightPixels;
    private final int shiftDownPixels;
    private final Color color;
    private final Font font;

    TextLabel(String text, double x, double y, int shiftRightPixels, int shiftDownPixels, Color color, Font font) {
        super(false);
        this.text = text;
        this.x = x;
        this.y = y;
        this.shiftRightPixels = shiftRightPixels;
        this.shiftDownPixels = shiftDownPixels;
        this.color = color;
        this.font = font;
    }

    /** Width of a text when drawn in that font. */
    static double widthPixels(String text, Font font) {
        return new TextLayout(text, font, MEASURE).getAdvance();
    }

    @Override
    public void paint(Graphics2D graphics) {
        TextLayout layout = new TextLayout(text, font, graphics.getFontRenderContext());
        double middle = layout.getAscent() * 0.36;
        graphics.setColor(color);
        graphics.fill(layout.getOutline(AffineTransform.getTranslateInstance(getXAxisScreenValue(x) + shiftRightPixels,
                getYAxisScreenValue(y) + shiftDownPixels + middle)));
    }
}
