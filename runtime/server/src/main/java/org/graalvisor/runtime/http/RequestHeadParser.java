package org.graalvisor.runtime.http;

import java.nio.charset.StandardCharsets;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/**
 * Parses one request head (RFC 9112, strict: CRLF line ends, no folding, one framing only, since leniency there is what
 * request smuggling lives on).
 */
final class RequestHeadParser {
    private final byte[] bytes;
    private final int end;
    private int position;

    private final HeaderFields fields = new HeaderFields();

    private RequestHeadParser(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    /**
     * @param bytes holds the head
     * @param from first byte of the request line
     * @param end one past the CRLF that ends the last header line (the empty line is not included)
     * @throws RequestException 400, 413, 417, 501 or 505
     */
    static RequestHead parse(byte[] bytes, int from, int end) {
        return new RequestHeadParser(bytes, from, end).parse();
    }

    private RequestHead parse() {
        int lineEnd = lineEnd();
        int methodEnd = indexOf((byte) ' ', position, lineEnd);
        int targetEnd = methodEnd < 0 ? -1 : indexOf((byte) ' ', methodEnd + 1, lineEnd);
        if (methodEnd <= position || targetEnd <= methodEnd + 1 || !Ascii.isToken(bytes, position, methodEnd)) {
            throw bad("The request line must be: method, one space, target, one space, version");
        }
        RequestMethod method = RequestMethod.of(bytes, position, methodEnd);
        boolean version10 = version10(targetEnd + 1, lineEnd);
        int targetStart = originForm(methodEnd + 1, targetEnd);
        int question = indexOf((byte) '?', targetStart, targetEnd);
        int pathEnd = question < 0 ? targetEnd : question;
        String path = text(targetStart, pathEnd);
        String query = question < 0 ? "" : text(question + 1, targetEnd);
        position = lineEnd + 2;
        while (position < end) {
            int headerEnd = lineEnd();
            fields.add(bytes, position, headerEnd);
            position = headerEnd + 2;
        }
        return fields.toHead(method, path, query, version10);
    }

    private boolean version10(int from, int to) {
        if (to - from == 8 && Ascii.equalsIgnoreCase("http/1.", bytes, from, from + 7)) {
            byte minor = bytes[from + 7];
            if (minor >= '0' && minor <= '9') {
                return minor == '0';
            }
        }
        if (to - from > 5 && Ascii.equalsIgnoreCase("http/", bytes, from, from + 5)) {
            throw new RequestException(ErrorKind.UNSUPPORTED_VERSION, "This server speaks HTTP/1.1 and HTTP/1.0 only");
        }
        throw bad("The request line must end with HTTP/1.1");
    }

    /** Start of the path; skips scheme and authority of a target in absolute form, as proxies send it. */
    private int originForm(int from, int to) {
        if (bytes[from] == '/') {
            return from;
        }
        if (to - from > 7 && Ascii.equalsIgnoreCase("http://", bytes, from, from + 7)) {
            int slash = indexOf((byte) '/', from + 7, to);
            if (slash > from + 7) {
                return slash;
            }
        }
        throw bad("The request target must start with '/'");
    }

    private int lineEnd() {
        return indexOf((byte) '\r', position, end);
    }

    private String text(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
                throw bad("The request target may hold visible ASCII characters only; percent-encode byte " + i);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int indexOf(byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static RequestException bad(String message) {
        return new RequestException(ErrorKind.BAD_REQUEST, message);
    }
}
