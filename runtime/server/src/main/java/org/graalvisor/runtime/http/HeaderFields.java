package org.graalvisor.runtime.http;

import java.nio.charset.StandardCharsets;
import org.graalvisor.runtime.error.ErrorKind;
import org.graalvisor.runtime.error.RequestException;

/** Gathers the header fields that decide framing and connection life; checks the form of all others and forgets them. */
final class HeaderFields {
    /** More digits than any body this server would read; keeps the number inside a long. */
    private static final int MAX_LENGTH_DIGITS = 18;

    private long contentLength = -1;
    private boolean chunked;
    private boolean close;
    private boolean keepAlive;
    private boolean expectsContinue;
    private int hosts;

    /** Adds the line bytes[from, to), its CRLF excluded. */
    void add(byte[] bytes, int from, int to) {
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        if (colon == to || !Ascii.isToken(bytes, from, colon)) {
            throw bad("A header line must be: name, colon, value; got: " + printable(bytes, from, to));
        }
        int start = colon + 1;
        int end = to;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        for (int i = start; i < end; i++) {
            if ((bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') || bytes[i] == 0x7f) {
                throw bad("Control character in the header " + printable(bytes, from, colon));
            }
        }
        // The length of the name sorts out nearly all headers without a comparison.
        switch (colon - from) {
            case 4 -> host(bytes, from, colon);
            case 6 -> expect(bytes, from, colon, start, end);
            case 10 -> connection(bytes, from, colon, start, end);
            case 14 -> length(bytes, from, colon, start, end);
            case 17 -> coding(bytes, from, colon, start, end);
            default -> {
            }
        }
    }

    private void host(byte[] bytes, int from, int colon) {
        if (Ascii.equalsIgnoreCase("host", bytes, from, colon)) {
            hosts++;
        }
    }

    private void expect(byte[] bytes, int from, int colon, int start, int end) {
        if (!Ascii.equalsIgnoreCase("expect", bytes, from, colon)) {
            return;
        }
        if (!Ascii.equalsIgnoreCase("100-continue", bytes, start, end)) {
            throw new RequestException(ErrorKind.EXPECTATION_FAILED, "Expect: only 100-continue is understood, got: "
                    + printable(bytes, start, end));
        }
        expectsContinue = true;
    }

    private void connection(byte[] bytes, int from, int colon, int start, int end) {
        if (!Ascii.equalsIgnoreCase("connection", bytes, from, colon)) {
            return;
        }
        int optionStart = start;
        for (int i = start; i <= end; i++) {
            if (i == end || bytes[i] == ',') {
                int optionEnd = i;
                while (optionStart < optionEnd && isBlank(bytes[optionStart])) {
                    optionStart++;
                }
                while (optionEnd > optionStart && isBlank(bytes[optionEnd - 1])) {
                    optionEnd--;
                }
                close |= Ascii.equalsIgnoreCase("close", bytes, optionStart, optionEnd);
                keepAlive |= Ascii.equalsIgnoreCase("keep-alive", bytes, optionStart, optionEnd);
                optionStart = i + 1;
            }
        }
    }

    private void length(byte[] bytes, int from, int colon, int start, int end) {
        if (!Ascii.equalsIgnoreCase("content-length", bytes, from, colon)) {
            return;
        }
        if (start == end) {
            throw bad("Content-Length is empty");
        }
        long length = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw bad("Content-Length must be a decimal number, got: " + printable(bytes, start, end));
            }
            if (i - start >= MAX_LENGTH_DIGITS) {
                throw new RequestException(ErrorKind.CONTENT_TOO_LARGE, "Content-Length is absurd: " + printable(bytes,
                        start, end));
            }
            length = length * 10 + (bytes[i] - '0');
        }
        if (contentLength >= 0 && contentLength != length) {
            throw bad("Two Content-Length headers disagree: " + contentLength + " and " + length);
        }
        contentLength = length;
    }

    private void coding(byte[] bytes, int from, int colon, int start, int end) {
        if (!Ascii.equalsIgnoreCase("transfer-encoding", bytes, from, colon)) {
            return;
        }
        if (chunked || !Ascii.equalsIgnoreCase("chunked", bytes, start, end)) {
            throw new RequestException(ErrorKind.UNSUPPORTED_CODING,
                    "Transfer-Encoding: only one \"chunked\" is understood, got: " + printable(bytes, start, end));
        }
        chunked = true;
    }

    RequestHead toHead(RequestMethod method, String path, String query, boolean version10) {
        if (chunked && (contentLength >= 0 || version10)) {
            throw bad("Transfer-Encoding cannot be used with Content-Length or in HTTP/1.0");
        }
        if (hosts > 1 || (hosts == 0 && !version10)) {
            throw bad("HTTP/1.1 demands exactly one Host header, got " + hosts);
        }
        boolean staysOpen = !close && (!version10 || keepAlive);
        return new RequestHead(method, path, query, staysOpen, Math.max(0, contentLength), chunked, expectsContinue
                && !version10, version10);
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\t';
    }

    private static String printable(byte[] bytes, int from, int to) {
        int shown = Math.min(to - from, 80);
        byte[] copy = new byte[shown];
        for (int i = 0; i < shown; i++) {
            byte letter = bytes[from + i];
            copy[i] = letter >= ' ' && letter < 0x7f ? letter : (byte) '?';
        }
        return new String(copy, StandardCharsets.ISO_8859_1);
    }

    private static RequestException bad(String message) {
        return new RequestException(ErrorKind.BAD_REQUEST, message);
    }
}
