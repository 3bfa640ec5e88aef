package org.graalvisor.runtime.http;

import java.io.IOException;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** A body in chunks (RFC 9112, section 7.1). Chunk extensions and trailers are skipped, both within a limit. */
final class ChunkedDecoder implements BodyDecoder {
    private static final int MAX_OVERHEAD_BYTES_PER_LINE = 4096;
    private static final int MAX_TRAILER_BYTES = 8192;

    private enum State {
        SIZE, EXTENSION, SIZE_LF, DATA, DATA_CR, DATA_LF, TRAILER_START, TRAILER, TRAILER_LF, LAST_LF, COMPLETE
    }

    private final long maxBytes;
    private State state = State.SIZE;
    private long chunkRemaining;
    private long total;
    private int sizeDigits;
    private int overhead;

    ChunkedDecoder(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public int consume(byte[] bytes, int from, int to, BodySink sink) throws IOException {
        int position = from;
        while (position < to && state != State.COMPLETE) {
            if (state == State.DATA) {
                int count = (int) Math.min(chunkRemaining, to - position);
                sink.write(bytes, position, count);
                position += count;
                chunkRemaining -= count;
                if (chunkRemaining == 0) {
                    state = State.DATA_CR;
                }
            } else {
                state = step(bytes[position++]);
            }
        }
        return position - from;
    }

    @Override
    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    private State step(byte letter) {
        return switch (state) {
            case SIZE -> size(letter);
            case EXTENSION -> extension(letter);
            case SIZE_LF -> sizeComplete(letter);
            case DATA_CR -> expect(letter, '\r', State.DATA_LF);
            case DATA_LF -> expect(letter, '\n', State.SIZE);
            case TRAILER_START -> trailerStart(letter);
            case TRAILER -> trailer(letter);
            case TRAILER_LF -> expect(letter, '\n', State.TRAILER_START);
            case LAST_LF -> expect(letter, '\n', State.COMPLETE);
            case DATA, COMPLETE -> throw new IllegalStateException("No framing byte is due in state " + state);
        };
    }

    private State size(byte letter) {
        int digit = Character.digit(letter, 16);
        if (digit >= 0) {
            sizeDigits++;
            if (sizeDigits > 15) {
                throw malformed("size has more than 15 digits");
            }
            chunkRemaining = chunkRemaining << 4 | digit;
            return State.SIZE;
        }
        if (sizeDigits == 0) {
            throw malformed("size is missing");
        }
        return extension(letter);
    }

    private State extension(byte letter) {
        if (letter == '\r') {
            return State.SIZE_LF;
        }
        overhead++;
        boolean endsSize = letter == ';' || letter == ' ' || letter == '\t';
        if (letter == '\n' || overhead > MAX_OVERHEAD_BYTES_PER_LINE || (state == State.SIZE && !endsSize)) {
            throw malformed("size line is malformed or too long");
        }
        return State.EXTENSION;
    }

    private State sizeComplete(byte letter) {
        expect(letter, '\n', State.DATA);
        total += chunkRemaining;
        if (total > maxBytes) {
            throw new RequestException(ErrorKind.CONTENT_TOO_LARGE, "The body is longer than the limit of " + maxBytes
                    + " bytes");
        }
        boolean last = chunkRemaining == 0;
        sizeDigits = 0;
        overhead = 0;
        return last ? State.TRAILER_START : State.DATA;
    }

    private State trailerStart(byte letter) {
        if (letter == '\r') {
            return State.LAST_LF;
        }
        return trailer(letter);
    }

    private State trailer(byte letter) {
        overhead++;
        if (letter == '\n' || overhead > MAX_TRAILER_BYTES) {
            throw malformed("trailer is malformed or too long");
        }
        return letter == '\r' ? State.TRAILER_LF : State.TRAILER;
    }

    private static State expect(byte letter, char wanted, State next) {
        if (letter != wanted) {
            throw malformed("line or data does not end with CRLF");
        }
        return next;
    }

    private static RequestException malformed(String what) {
        return new RequestException(ErrorKind.BAD_REQUEST, "Malformed chunked body: a chunk's " + what);
    }
}
