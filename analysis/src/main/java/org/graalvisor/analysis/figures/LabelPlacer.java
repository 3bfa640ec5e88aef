package org.graalvisor.analysis.figures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds room for labels beside points: right, left, above or below, further away while everything nearer is taken. */
final class LabelPlacer {
    private static final double HEIGHT_PIXELS = 34;
    private static final double MARK_PIXELS = 24;
    private static final double[] DISTANCES = {20, 44, 70, 100};

    private final Rectangle2D room;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /**
     * @param widthPixels of the plot
     * @param heightPixels of the plot
     */
    LabelPlacer(double widthPixels, double heightPixels) {
        this.room = new Rectangle2D.Double(0, 0, widthPixels, heightPixels);
    }

    /** Keeps a mark free of labels. */
    void reserve(double x, double y) {
        taken.add(new Rectangle2D.Double(x - MARK_PIXELS / 2, y - MARK_PIXELS / 2, MARK_PIXELS, MARK_PIXELS));
    }

    /**
     * Places one label.
     *
     * @param x the point, in pixels from the left
     * @param y the point, in pixels from the top
     * @param widthPixels of the text
     * @return the text's left end and middle line
     */
    Place place(double x, double y, double widthPixels) {
        for (double distance : DISTANCES) {
            for (Rectangle2D candidate : candidates(x, y, widthPixels, distance)) {
                if (room.contains(candidate) && taken.stream().noneMatch(candidate::intersects)) {
                    taken.add(candidate);
                    return new Place(candidate.getX(), candidate.getCenterY());
                }
            }
        }
        return new Place(x + DISTANCES[0], y);
    }

    private static List<Rectangle2D> candidates(double x, double y, double width, double distance) {
        double middle = y - HEIGHT_PIXELS / 2;
        double above = y - distance - HEIGHT_PIXELS;
        double below = y + distance;
        return List.of(box(x + distance, middle, width), box(x - distance - width, middle, width), box(x - width / 2,
                above + MARK_PIXELS / 3, width), box(x - width / 2, below - MARK_PIXELS / 3, width), box(x + 8, above,
                        width), box(x + 8, below, width), box(x - 8 - width, above, width), box(x - 8 - width, below,
                                width));
    }

    private static Rectangle2D box(double left, double top, double width) {
        return new Rectangle2D.Double(left, top, width, HEIGHT_PIXELS);
    }

    /**
     * Where a text goes.
     *
     * @param leftPixels its left end
     * @param middlePixels its middle line, from the top
     */
    record Place(double leftPixels, double middlePixels) {}
}
