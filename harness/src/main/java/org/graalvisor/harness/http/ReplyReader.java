package org.graalvisor.harness.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads replies from a connection: status line, headers, then a body delimited by Content-Length, by chunks or by the
 * end of the connection. Works on one array that is reused, without making a string of any header.
 */
final class ReplyReader {
    private static final int INITIAL_BYTES = 16 * 1024;
    private static final int MAX_HEAD_BYTES = 64 * 1024;
    private static final byte[] CONTENT_LENGTH = "content-length".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONNECTION = "connection".getBytes(StandardCharsets.US_ASCII);
    private static final int NO_LENGTH = -1;

    private final ReadableByteChannel channel;
    private final ByteBuffer received = ByteBuffer.allocateDirect(INITIAL_BYTES);
    private byte[] data = new byte[INITIAL_BYTES];
    private int position;
    private int limit;
    private boolean keepAlive;

    ReplyReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** Tells whether the server will take another request after the last reply. */
    boolean keepAlive() {
        return keepAlive;
    }

    HttpReply read(int maxBodyBytes) throws IOException {
        compact();
        int status = readStatus();
        keepAlive = true;
        int contentLength = NO_LENGTH;
        boolean chunked = false;
        int lineStart = position;
        int lineEnd = lineEnd();
        while (lineEnd > lineStart) {
            int colon = indexOf((byte) ':', lineStart, lineEnd);
            if (nameIs(CONTENT_LENGTH, lineStart, colon)) {
                contentLength = decimal(colon + 1, lineEnd);
            } else if (nameIs(TRANSFER_ENCODING, lineStart, colon)) {
                chunked = valueIs("chunked", colon, lineEnd);
            } else if (nameIs(CONNECTION, lineStart, colon)) {
                keepAlive = !valueIs("close", colon, lineEnd);
            }
            lineStart = position;
            lineEnd = lineEnd();
        }
        if (chunked) {
            return new HttpReply(status, readChunks(maxBodyBytes));
        }
        if (contentLength == NO_LENGTH) {
            keepAlive = false;
            return new HttpReply(status, readToEnd(maxBodyBytes));
        }
        return new HttpReply(status, readExactly(requireAllowed(contentLength, maxBodyBytes)));
    }

    private int readStatus() throws IOException {
        int start = position;
        int end = lineEnd();
        if (end - start < 12 || data[start] != 'H' || data[start + 8] != ' ') {
            throw new HttpProtocolException("expected a status line, got: "
                    + new String(data, start, Math.min(end - start, 80), StandardCharsets.ISO_8859_1));
        }
        return decimal(start + 9, start + 12);
    }

    /** Returns the end of the line at the position, without its line break, and moves the position behind it. */
    private int lineEnd() throws IOException {
        int scan = position;
        while (true) {
            while (scan < limit) {
                if (data[scan] == '\n') {
                    int end = scan > position && data[scan - 1] == '\r' ? scan - 1 : scan;
                    position = scan + 1;
                    return end;
                }
                scan++;
            }
            if (limit - position > MAX_HEAD_BYTES) {
                throw new HttpProtocolException("a header line is longer than " + MAX_HEAD_BYTES + " bytes");
            }
            boolean empty = position == limit;
            fill("a header");
            scan = empty ? position : scan;
        }
    }

    private byte[] readExactly(int bytes) throws IOException {
        byte[] body = new byte[bytes];
        int copied = Math.min(bytes, limit - position);
        System.arraycopy(data, position, body, 0, copied);
        position += copied;
        while (copied < bytes) {
            fill("a body of " + bytes + " bytes");
            int available = Math.min(bytes - copied, limit - position);
            System.arraycopy(data, position, body, copied, available);
            position += available;
            copied += available;
        }
        return body;
    }

    private byte[] readChunks(int maxBodyBytes) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = chunkSize();
        while (size > 0) {
            requireAllowed(Math.addExact(body.size(), size), maxBodyBytes);
            body.writeBytes(readExactly(size));
            lineEnd();
            size = chunkSize();
        }
        int trailerStart = position;
        while (lineEnd() > trailerStart) {
            trailerStart = position;
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        int start = position;
        int end = lineEnd();
        return number(start, indexOf((byte) ';', start, end), 16);
    }

    private byte[] readToEnd(int maxBodyBytes) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        do {
            requireAllowed(Math.addExact(body.size(), limit - position), maxBodyBytes);
            body.write(data, position, limit - position);
            position = limit;
        } while (receive());
        return body.toByteArray();
    }

    private void fill(String expected) throws IOException {
        if (!receive()) {
            throw new HttpProtocolException("the server closed the connection within " + expected);
        }
    }

    private boolean receive() throws IOException {
        if (position == limit) {
            position = 0;
            limit = 0;
        }
        received.clear();
        int bytes = channel.read(received);
        if (bytes < 0) {
            return false;
        }
        received.flip();
        if (data.length - limit < bytes) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, limit + bytes));
        }
        received.get(data, limit, bytes);
        limit += bytes;
        return true;
    }

    private void compact() {
        System.arraycopy(data, position, data, 0, limit - position);
        limit -= position;
        position = 0;
    }

    private int indexOf(byte wanted, int from, int to) {
        for (int index = from; index < to; index++) {
            if (data[index] == wanted) {
                return index;
            }
        }
        return to;
    }

    private boolean nameIs(byte[] lowerCase, int from, int to) {
        if (to - from != lowerCase.length) {
            return false;
        }
        for (int index = 0; index < lowerCase.length; index++) {
            if ((data[from + index] | 0x20) != (lowerCase[index] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private boolean valueIs(String wanted, int colon, int end) {
        return colon < end && new String(data, colon + 1, end - colon - 1, StandardCharsets.ISO_8859_1).strip()
                .equalsIgnoreCase(wanted);
    }

    private int decimal(int from, int to) throws HttpProtocolException {
        return number(from, to, 10);
    }

    private int number(int from, int to, int radix) throws HttpProtocolException {
        long value = 0;
        boolean digits = false;
        for (int index = from; index < to; index++) {
            if (data[index] == ' ' || data[index] == '\t') {
                continue;
            }
            int digit = Character.digit(data[index], radix);
            value = value * radix + digit;
            digits = true;
            if (digit < 0 || value > Integer.MAX_VALUE) {
                digits = false;
                break;
            }
        }
        if (!digits) {
            throw new HttpProtocolException("expected a number, got: "
                    + new String(data, from, Math.min(to - from, 80), StandardCharsets.ISO_8859_1));
        }
        return (int) value;
    }

    private static int requireAllowed(int bytes, int maxBodyBytes) throws HttpProtocolException {
        if (bytes > maxBodyBytes) {
            throw new HttpProtocolException("the reply is larger than " + maxBodyBytes + " bytes");
        }
        return bytes;
    }
}
