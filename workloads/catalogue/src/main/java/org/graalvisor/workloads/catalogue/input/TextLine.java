package org.graalvisor.workloads.catalogue.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A line of text as an image, drawn without the fonts of the machine. */
public final class TextLine {
    /** Pixels. */
    public static final int WIDTH = 192;
    /** Pixels. */
    public static final int HEIGHT = 48;

    private static final List<String> DOTS = List.of(
            " ###  ####   ###   ###  #     #   #  ###   ####  ###  #### ",
            "#   # #   # #   # #   # #     #   #   #   #     #   # #   #",
            "#     #   # #   # #   # #     #   #   #   #     #   # #   #",
            "# ### ####  ##### ##### #     #   #   #    ###  #   # #### ",
            "#   # # #   #   # #   # #     #   #   #       # #   # # #  ",
            "#   # #  #  #   # #   # #      # #    #       # #   # #  # ",
            " ###  #   # #   # #   # #####   #    ###  ####   ###  #   #");
    private static final int DOT_PIXELS = 3;
    private static final int LEFT = (WIDTH - DOT_PIXELS * DOTS.getFirst().length()) / 2;
    private static final int TOP = (HEIGHT - DOT_PIXELS * DOTS.size()) / 2;
    private static final int CHANNELS = 3;
    private static final byte PAPER = (byte) 255;

    private TextLine() {}

    /**
     * Draws the line, black on white.
     *
     * @param upsideDown whether it is turned by 180 degrees
     * @return a portable pixmap (P6)
     */
    public static byte[] pixmap(boolean upsideDown) {
        byte[] header = ("P6\n" + WIDTH + " " + HEIGHT + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] content = Arrays.copyOf(header, header.length + CHANNELS * WIDTH * HEIGHT);
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            int shown = upsideDown ? WIDTH * HEIGHT - 1 - pixel : pixel;
            if (!isInk(shown % WIDTH - LEFT, shown / WIDTH - TOP)) {
                int first = header.length + CHANNELS * pixel;
                Arrays.fill(content, first, first + CHANNELS, PAPER);
            }
        }
        return content;
    }

    private static boolean isInk(int x, int y) {
        if (x < 0 || y < 0 || y / DOT_PIXELS >= DOTS.size()) {
            return false;
        }
        String row = DOTS.get(y / DOT_PIXELS);
        return x / DOT_PIXELS < row.length() && row.charAt(x / DOT_PIXELS) == '#';
    }
}
