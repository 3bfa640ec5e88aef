package org.graalvisor.analysis.figures;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** A chart with its caption below, as pixels or as vectors. */
final class FigureCanvas {
    private static final int MARGIN_PIXELS = 40;
    private static final int LINE_PIXELS = 32;
    private static final FontRenderContext LAYOUT = new FontRenderContext(new AffineTransform(), true, true);

    private final XYChart chart;
    private final List<String> captionLines;

    private FigureCanvas(XYChart chart, List<String> captionLines) {
        this.chart = chart;
        this.captionLines = captionLines;
    }

    /**
     * @param chart the figure's drawing
     * @param caption written below it, in as many lines as it needs
     */
    static FigureCanvas of(XYChart chart, String caption) {
        return new FigureCanvas(chart, wrap(caption, chart.getWidth() - 2 * MARGIN_PIXELS));
    }

    /** The figure as a PNG file. */
    byte[] toPng() {
        BufferedImage image = new BufferedImage(chart.getWidth(), heightPixels(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            paint(graphics);
        } finally {
            graphics.dispose();
        }
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figure as an SVG document, with text as outlines. */
    String toSvg() {
        VectorGraphics2D graphics = new VectorGraphics2D();
        paint(graphics);
        Document document = new SVGProcessor().getDocument(graphics.getCommands(),
                new PageSize(chart.getWidth(), heightPixels()));
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.writeTo(bytes);
            return SvgText.tidy(bytes.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int heightPixels() {
        return chart.getHeight() + LINE_PIXELS * captionLines.size() + MARGIN_PIXELS;
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, chart.getWidth(), heightPixels()));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Palette.INK);
        for (int i = 0; i < captionLines.size(); i++) {
            TextLayout layout = new TextLayout(captionLines.get(i), Style.CAPTION, LAYOUT);
            graphics.fill(layout.getOutline(
                    AffineTransform.getTranslateInstance(MARGIN_PIXELS, chart.getHeight() + LINE_PIXELS * (i + 0.7))));
        }
    }

    private static List<String> wrap(String text, double widthPixels) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Style.CAPTION.getStringBounds(longer, LAYOUT).getWidth() > widthPixels) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
