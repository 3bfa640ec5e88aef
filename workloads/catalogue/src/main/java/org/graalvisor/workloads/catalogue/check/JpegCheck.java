package org.graalvisor.workloads.catalogue.check;

/**
 * A JPEG of a size, told by its frame header (ITU T.81, B.2.2).
 *
 * @param width pixels
 * @param height pixels
 * @param tolerance pixels by which a side may differ, since libraries round differently
 */
public record JpegCheck(int width, int height, int tolerance) implements ContentCheck {
    private static final int MARKER = 0xff;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int START_OF_SCAN = 0xda;

    @Override
    public void require(byte[] content) {
        if (content.length < 4 || unsigned(content, 0) != MARKER || unsigned(content, 1) != START_OF_IMAGE) {
            throw new WrongOutputException("the content is no JPEG");
        }
        int frame = frameHeader(content);
        int foundHeight = word(content, frame + 5);
        int foundWidth = word(content, frame + 7);
        if (Math.abs(foundWidth - width) > tolerance || Math.abs(foundHeight - height) > tolerance) {
            throw new WrongOutputException("the JPEG should have " + width + "x" + height + " pixels but has "
                    + foundWidth + "x" + foundHeight);
        }
    }

    private static int frameHeader(byte[] content) {
        int position = 2;
        while (position + 9 < content.length && unsigned(content, position) == MARKER) {
            int marker = unsigned(content, position + 1);
            if (isFrame(marker)) {
                return position;
            }
            if (marker == START_OF_SCAN) {
                break;
            }
            position += 2 + word(content, position + 2);
        }
        throw new WrongOutputException("the JPEG has no frame header");
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int word(byte[] content, int position) {
        return unsigned(content, position) << 8 | unsigned(content, position + 1);
    }

    private static int unsigned(byte[] content, int position) {
        return Byte.toUnsignedInt(content[position]);
    }
}
