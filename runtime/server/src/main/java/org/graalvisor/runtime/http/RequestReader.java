package org.graalvisor.runtime.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/**
 * Turns the bytes of one connection into requests. Does no I/O: the owner asks for {@link #space}, reads into it, says how
 * much with {@link #received}, then calls {@link #next} until it wants more. Pipelined requests simply wait in the buffer.
 */
public final class RequestReader {
    private static final int FIRST_BUFFER_BYTES = 1024;
    private static final byte[] EMPTY = {};

    /** What {@link #next} found. */
    public enum Progress {
        /** Read more bytes first. */
        NEEDS_BYTES,
        /** {@link #head} is complete; call {@link #accept} to go on. */
        HEAD,
        /** The body of {@link #head} is complete. */
        COMPLETE
    }

    private final HttpLimits limits;
    private byte[] buffer = EMPTY;
    private int start;
    private int scanned;
    private int end;
    private boolean inBody;
    private RequestHead head;
    private BodyDecoder decoder;
    private BodySink sink = DiscardingSink.INSTANCE;
    private long requestBytes;
    private int transitions;

    public RequestReader(HttpLimits limits) {
        this.limits = limits;
    }

    /** Room for the next bytes; a larger buffer each time the last one was filled. */
    public ByteBuffer space() {
        if (start == end) {
            start = 0;
            scanned = 0;
            end = 0;
        } else if (start > 0 && end == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            scanned -= start;
            end -= start;
            start = 0;
        }
        if (end == buffer.length || (inBody && buffer.length < limits.maxHeadBytes())) {
            int grown = inBody
                    ? limits.maxHeadBytes()
                    : Math.min(limits.maxHeadBytes(), Math.max(FIRST_BUFFER_BYTES, buffer.length * 2));
            buffer = Arrays.copyOf(buffer, grown);
        }
        return ByteBuffer.wrap(buffer, end, buffer.length - end);
    }

    /** The owner read this many bytes into {@link #space}. */
    public void received(int count) {
        if (!isPartial()) {
            transitions++;
            requestBytes = 0;
        }
        end += count;
        requestBytes += count;
    }

    /**
     * Goes on with what was received.
     *
     * @throws RequestException when the client broke the protocol or a limit; the connection cannot be used further
     * @throws IOException when the body's sink failed
     */
    public Progress next() throws IOException {
        if (inBody) {
            start += decoder.consume(buffer, start, end, sink);
            scanned = start;
            if (!decoder.isComplete()) {
                return Progress.NEEDS_BYTES;
            }
            inBody = false;
            transitions++;
            requestBytes = (long) end - start;
            return Progress.COMPLETE;
        }
        skipEmptyLines();
        int headEnd = findHeadEnd();
        if (headEnd < 0) {
            if (end - start >= limits.maxHeadBytes()) {
                throw headTooLong();
            }
            return Progress.NEEDS_BYTES;
        }
        head = RequestHeadParser.parse(buffer, start, headEnd - 2);
        start = headEnd;
        scanned = headEnd;
        return Progress.HEAD;
    }

    /** Takes the body of the current head into a sink. */
    public void accept(BodySink bodySink) {
        sink = bodySink;
        decoder = head.chunked()
                ? new ChunkedDecoder(limits.maxBodyBytes())
                : new FixedLengthDecoder(head.contentLength());
        inBody = true;
    }

    /** The head found last. */
    public RequestHead head() {
        return head;
    }

    /** The sink of the request found last. */
    public BodySink sink() {
        return sink;
    }

    /** Whether a request began and is not complete. */
    public boolean isPartial() {
        return inBody || end > start;
    }

    /** Whether bytes wait that were not looked at. */
    public boolean hasBuffered() {
        return end > start;
    }

    /** Bytes received since the current request began. */
    public long requestBytes() {
        return requestBytes;
    }

    /** Grows whenever a request begins or ends, so that an observer sees whether anything happened. */
    public int transitions() {
        return transitions;
    }

    /** The connection ends: a body that is under way is abandoned, and what is buffered is forgotten. */
    public void abandon() {
        if (inBody) {
            inBody = false;
            sink.abandon();
        }
        buffer = EMPTY;
        start = 0;
        scanned = 0;
        end = 0;
    }

    /** RFC 9112, section 2.2: a server should ignore an empty line before a request line. */
    private void skipEmptyLines() {
        while (end - start >= 2 && buffer[start] == '\r' && buffer[start + 1] == '\n') {
            start += 2;
            scanned = Math.max(scanned, start);
        }
    }

    /** One past the empty line, or -1. Looks at every byte once, however torn the request arrives. */
    private int findHeadEnd() {
        for (int i = Math.max(scanned, start); i < end; i++) {
            boolean afterReturn = i > start && buffer[i - 1] == '\r';
            if (afterReturn != (buffer[i] == '\n')) {
                throw new RequestException(ErrorKind.BAD_REQUEST, "Lines of a request head must end with CRLF");
            }
            if (afterReturn && i - start >= 3 && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        scanned = end;
        return -1;
    }

    private RequestException headTooLong() {
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n') {
                return new RequestException(ErrorKind.HEADERS_TOO_LARGE, "Request line and headers are longer than "
                        + limits.maxHeadBytes() + " bytes");
            }
        }
        return new RequestException(ErrorKind.TARGET_TOO_LONG, "The request line is longer than " + limits
                .maxHeadBytes() + " bytes");
    }
}
