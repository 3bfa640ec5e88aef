package org.graalvisor.workloads.catalogue.check;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An animated GIF of a size and a number of frames, told by its blocks (GIF89a specification, §17–27).
 *
 * @param width pixels
 * @param height pixels
 * @param frames images
 */
public record GifCheck(int width, int height, int frames) implements ContentCheck {
    private static final int SIGNATURE_BYTES = 6;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;

    @Override
    public void require(byte[] content) {
        if (content.length < SIGNATURE_BYTES || !new String(content, 0, SIGNATURE_BYTES, StandardCharsets.US_ASCII)
                .equals("GIF89a")) {
            throw new WrongOutputException("the content is no GIF");
        }
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).position(SIGNATURE_BYTES);
        try {
            OutputChecks.requireEqual("the width of the GIF", width, bytes.getShort());
            OutputChecks.requireEqual("the height of the GIF", height, bytes.getShort());
            skipColours(bytes);
            OutputChecks.requireEqual("the number of frames", frames, countFrames(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new WrongOutputException("the GIF is cut off");
        }
    }

    private static void skipColours(ByteBuffer bytes) {
        int flags = bytes.get();
        skip(bytes, 2);
        skipTable(bytes, flags);
    }

    private static int countFrames(ByteBuffer bytes) {
        int count = 0;
        for (int block = bytes.get(); block != TRAILER; block = bytes.get()) {
            switch (block) {
                case EXTENSION -> skip(bytes, 1);
                case IMAGE -> {
                    count++;
                    skip(bytes, 4 * Short.BYTES);
                    skipTable(bytes, bytes.get());
                    skip(bytes, 1);
                }
                default -> throw new WrongOutputException("the GIF has a block of unknown kind " + block);
            }
            skipSubBlocks(bytes);
        }
        return count;
    }

    private static void skipTable(ByteBuffer bytes, int flags) {
        if ((flags & 0x80) != 0) {
            skip(bytes, 3 << ((flags & 7) + 1));
        }
    }

    private static void skipSubBlocks(ByteBuffer bytes) {
        for (int length = Byte.toUnsignedInt(bytes.get()); length != 0; length = Byte.toUnsignedInt(bytes.get())) {
            skip(bytes, length);
        }
    }

    private static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }
}
