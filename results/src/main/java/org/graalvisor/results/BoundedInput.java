package org.graalvisor.results;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after a number of bytes. */
final class BoundedInput extends FilterInputStream {
    private long remainingBytes;

    BoundedInput(InputStream in, long lengthBytes) {
        super(in);
        this.remainingBytes = lengthBytes;
    }

    @Override
    public int read() throws IOException {
        if (remainingBytes == 0) {
            return -1;
        }
        int value = super.read();
        if (value >= 0) {
            remainingBytes--;
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (remainingBytes == 0 && length > 0) {
            return -1;
        }
        int count = super.read(buffer, offset, (int) Math.min(length, remainingBytes));
        if (count > 0) {
            remainingBytes -= count;
        }
        return count;
    }
}
