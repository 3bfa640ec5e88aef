package org.graalvisor.workloads.catalogue.check;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * An MP4 with one video track of a size and a number of frames, told by its boxes (ISO/IEC 14496-12, 8.3.2 and 8.7.3).
 *
 * @param width pixels
 * @param height pixels
 * @param frames samples of the track
 */
public record Mp4Check(int width, int height, int frames) implements ContentCheck {
    private static final int HEADER_BYTES = 8;
    /** Flags, times, identity, duration, layer, volume and matrix of a track header of version 0. */
    private static final int BEFORE_SIZE_BYTES = 76;
    /** Width and height are numbers of 16 bits before and 16 bits after the point. */
    private static final int FRACTION_BITS = 16;

    @Override
    public void require(byte[] content) {
        try {
            ByteBuffer trackHeader = box(content, "moov", "trak", "tkhd");
            trackHeader.position(trackHeader.position() + BEFORE_SIZE_BYTES);
            OutputChecks.requireEqual("the width of the MP4", width, trackHeader.getInt() >> FRACTION_BITS);
            OutputChecks.requireEqual("the height of the MP4", height, trackHeader.getInt() >> FRACTION_BITS);
            ByteBuffer sampleSizes = box(content, "moov", "trak", "mdia", "minf", "stbl", "stsz");
            // Flags, and the size of all samples where they are alike.
            sampleSizes.getLong();
            OutputChecks.requireEqual("the number of frames", frames, sampleSizes.getInt());
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new WrongOutputException("the MP4 is cut off");
        }
    }

    /** The content of the first box at that path. */
    private static ByteBuffer box(byte[] content, String... path) {
        ByteBuffer within = ByteBuffer.wrap(content);
        Deque<String> names = new ArrayDeque<>(List.of(path));
        while (!names.isEmpty()) {
            within = child(within, names.pop());
        }
        return within;
    }

    private static ByteBuffer child(ByteBuffer parent, String name) {
        while (parent.remaining() >= HEADER_BYTES) {
            int start = parent.position();
            int length = parent.getInt();
            byte[] type = new byte[Integer.BYTES];
            parent.get(type);
            if (length < HEADER_BYTES) {
                throw new WrongOutputException("the content is no MP4: a box of " + length + " bytes at " + start);
            }
            if (new String(type, StandardCharsets.ISO_8859_1).equals(name)) {
                return parent.slice(start + HEADER_BYTES, length - HEADER_BYTES);
            }
            parent.position(start + length);
        }
        throw new WrongOutputException("the content is no MP4: it has no box '" + name + "'");
    }
}
