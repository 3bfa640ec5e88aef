package org.graalvisor.trace.figure;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.graalvisor.trace.TraceException;
import org.knowm.xchart.XYChart;

/** Panels below each other with a caption. */
public final class Drawing {
    private static final int MARGIN_PIXELS = 30;
    private static final int LINE_PIXELS = 30;
    private static final Color INK = new Color(0x222222);
    private static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 21);
    private static final FontRenderContext LAYOUT = new FontRenderContext(new AffineTransform(), true, true);

    private final List<XYChart> charts;
    private final List<String> caption;

    /**
     * @param panels from top to bottom
     * @param caption what is drawn and where it comes from
     */
    public Drawing(List<Panel> panels, String caption) {
        this.charts = panels.stream().map(Panel::chart).toList();
        this.caption = wrap(caption);
    }

    /**
     * Writes the drawing twice.
     *
     * @param folder made when it does not exist
     * @param name of both files, without extension
     */
    public void write(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            BufferedImage image = new BufferedImage(Panel.WIDTH_PIXELS, heightPixels(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pixels = image.createGraphics();
            paint(pixels);
            pixels.dispose();
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
            VectorGraphics2D vectors = new VectorGraphics2D();
            paint(vectors);
            try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".svg"))) {
                new SVGProcessor().getDocument(vectors.getCommands(), new PageSize(Panel.WIDTH_PIXELS, heightPixels()))
                        .writeTo(out);
            }
        } catch (IOException e) {
            throw new TraceException("Cannot write the figure " + folder.resolve(name)
                    + ": check space and permissions", e);
        }
    }

    private int heightPixels() {
        return charts.stream().mapToInt(XYChart::getHeight).sum() + LINE_PIXELS * caption.size() + MARGIN_PIXELS;
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, Panel.WIDTH_PIXELS, heightPixels());
        AffineTransform origin = graphics.getTransform();
        for (XYChart chart : charts) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            graphics.translate(0, chart.getHeight());
        }
        graphics.setColor(INK);
        graphics.setFont(CAPTION);
        for (int line = 0; line < caption.size(); line++) {
            graphics.drawString(caption.get(line), MARGIN_PIXELS, (int) (LINE_PIXELS * (line + .7)));
        }
        graphics.setTransform(origin);
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && CAPTION.getStringBounds(longer, LAYOUT).getWidth() > Panel.WIDTH_PIXELS - 2
                    * MARGIN_PIXELS) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
