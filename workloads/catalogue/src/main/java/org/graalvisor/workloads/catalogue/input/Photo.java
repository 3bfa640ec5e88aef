package org.graalvisor.workloads.catalogue.input;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** A picture as large and about as hard to compress as a photo: smooth colours, edges and some noise. */
public final class Photo {
    /** Pixels, as the BSD-licensed flower of libjxl's test data. */
    public static final int WIDTH = 2_268;
    /** Pixels. */
    public static final int HEIGHT = 1_512;

    private static final int NOISE = 64;
    private static final int STRIPE_PIXELS = 180;
    private static final int MAX_LEVEL = 255;

    private Photo() {}

    /**
     * Draws the picture.
     *
     * @param random decides its noise
     * @return a JPEG, about 0.8 MB
     */
    public static byte[] jpeg(SplittableRandom random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = random.nextInt(NOISE);
                int red = level(x * MAX_LEVEL / WIDTH + noise);
                int green = level(y * MAX_LEVEL / HEIGHT + noise);
                int blue = level((x + y) / STRIPE_PIXELS % 2 * (MAX_LEVEL / 2) + noise);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpeg", bytes)) {
                throw new IllegalStateException("this Java has no JPEG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be written", e);
        }
        return bytes.toByteArray();
    }

    private static int level(int value) {
        return Math.min(MAX_LEVEL, value);
    }
}
