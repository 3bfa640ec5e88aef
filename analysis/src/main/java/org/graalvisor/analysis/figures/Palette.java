package org.graalvisor.analysis.figures;

import java.awt.Color;
import java.util.List;

/** Colours of Okabe and Ito, told apart with every common kind of colour blindness and in grey. */
final class Palette {
    static final Color BLUE = new Color(0x0072B2);
    static final Color VERMILION = new Color(0xD55E00);
    static final Color GREEN = new Color(0x009E73);
    static final Color PURPLE = new Color(0xAA4499);
    static final Color ORANGE = new Color(0xB87800);
    static final Color SKY = new Color(0x3A9BD9);
    static final Color INK = new Color(0x222222);
    static final Color PAPER = new Color(0x6B6B6B);
    static final Color GRID = new Color(0xDDDDDD);

    private static final List<Color> SERIES = List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY);

    private Palette() {}

    static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }
}
