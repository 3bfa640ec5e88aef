package org.graalvisor.runtime.http;

import java.io.IOException;

/** A body whose length the head announced. */
final class FixedLengthDecoder implements BodyDecoder {
    private long remaining;

    FixedLengthDecoder(long contentLength) {
        remaining = contentLength;
    }

    @Override
    public int consume(byte[] bytes, int from, int to, BodySink sink) throws IOException {
        int count = (int) Math.min(remaining, to - from);
        if (count > 0) {
            sink.write(bytes, from, count);
            remaining -= count;
        }
        return count;
    }

    @Override
    public boolean isComplete() {
        return remaining == 0;
    }
}
