package org.graalvisor.workloads.java;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A portable pixmap, the simplest format of images: {@code P6}, width, height and 255 in digits, each followed by one white-space
 * character, then three bytes a pixel.
 *
 * @param width pixels
 * @param height pixels
 * @param content the file
 * @param offset of its first pixel
 */
record Pixmap(int width, int height, byte[] content, int offset) {
    static final int CHANNELS = 3;

    private static final int HEADER_BYTES = 32;
    private static final int HEADER_FIELDS = 4;
    private static final float MAX_LEVEL = 255f;

    static Pixmap parse(byte[] content) {
        String header = new String(Arrays.copyOf(content, HEADER_BYTES), StandardCharsets.ISO_8859_1);
        String[] fields = header.split("\\s", HEADER_FIELDS + 1);
        if (fields.length <= HEADER_FIELDS || !fields[0].equals("P6") || !fields[3].equals("255")) {
            throw new IllegalArgumentException("the image is no portable pixmap of the form P6 with 255 levels");
        }
        int width = Integer.parseInt(fields[1]);
        int height = Integer.parseInt(fields[2]);
        int offset = HEADER_FIELDS;
        for (int i = 0; i < HEADER_FIELDS; i++) {
            offset += fields[i].length();
        }
        if (content.length != offset + (long) CHANNELS * width * height) {
            throw new IllegalArgumentException("a pixmap of " + width + "x" + height + " pixels has not "
                    + content.length + " bytes");
        }
        return new Pixmap(width, height, content, offset);
    }

    /** All reds, then all greens, then all blues, from -1 for dark to 1 for light. */
    float[] planes() {
        int pixels = width * height;
        float[] planes = new float[CHANNELS * pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                int level = Byte.toUnsignedInt(content[offset + pixel * CHANNELS + channel]);
                planes[channel * pixels + pixel] = (level / MAX_LEVEL - 0.5f) / 0.5f;
            }
        }
        return planes;
    }
}
