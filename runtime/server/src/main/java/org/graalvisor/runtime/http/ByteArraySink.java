package org.graalvisor.runtime.http;

import java.util.Arrays;

/** Keeps a body in memory. */
public final class ByteArraySink implements BodySink {
    /** A body up to here is read before its request is judged, which saves looking at the request twice. */
    public static final int SMALL_BYTES = 64 * 1024;
    private static final int FIRST_CHUNKED_BYTES = 1024;
    /** A client's promise of a long body is believed only so far; beyond, the array grows with what really arrived. */
    private static final int MAX_TRUSTED_BYTES = 1 << 20;
    private static final byte[] EMPTY = {};

    private byte[] bytes;
    private int length;

    /**
     * @param expectedBytes the announced length, 0 when unknown
     */
    public ByteArraySink(long expectedBytes) {
        bytes = expectedBytes == 0 ? EMPTY : new byte[(int) Math.min(expectedBytes, MAX_TRUSTED_BYTES)];
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        if (count > bytes.length - length) {
            long doubled = Math.max(FIRST_CHUNKED_BYTES, bytes.length * 2L);
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(doubled, (long) length
                    + count)));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    @Override
    public void abandon() {
        bytes = EMPTY;
        length = 0;
    }

    /** The body; the array is the caller's. */
    public byte[] toByteArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
