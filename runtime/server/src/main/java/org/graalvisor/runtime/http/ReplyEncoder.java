package org.graalvisor.runtime.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Lays a reply out as bytes. No Date header: computing one costs a clock read a reply, and no client of a function
 * end-point caches.
 */
final class ReplyEncoder {
    /** Up to here head and body are copied into one buffer, so that one system call sends both. */
    private static final int MAX_MERGED_BYTES = 64 * 1024;
    private static final byte[] OK_JSON = ascii(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ");
    private static final byte[] HEAD_END = ascii("\r\n\r\n");
    static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

    private ReplyEncoder() {}

    /**
     * Lays out one reply.
     *
     * @param headOnly whether the request was HEAD
     * @param connectionHeader the Connection line with its CRLF, or nothing
     * @return buffers to be sent in turn
     */
    static ByteBuffer[] encode(Reply reply, boolean headOnly, String connectionHeader) {
        byte[] body = reply.body();
        if (reply.status() == 200 && !headOnly && connectionHeader.isEmpty() && reply.extraHeaders().isEmpty()
                && reply.contentType().equals("application/json") && body.length <= MAX_MERGED_BYTES) {
            return new ByteBuffer[]{okJson(body)};
        }
        byte[] head = ascii("HTTP/1.1 " + reply.status() + " " + reason(reply.status()) + "\r\nContent-Type: " + reply
                .contentType() + "\r\nContent-Length: "
                + body.length + "\r\n" + reply.extraHeaders() + connectionHeader + "\r\n");
        if (headOnly) {
            return new ByteBuffer[]{ByteBuffer.wrap(head)};
        }
        if (body.length > MAX_MERGED_BYTES) {
            return new ByteBuffer[]{ByteBuffer.wrap(head), ByteBuffer.wrap(body)};
        }
        return new ByteBuffer[]{ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip()};
    }

    /** The one layout that is sent thousands of times a second: no strings, one copy. */
    private static ByteBuffer okJson(byte[] body) {
        byte[] bytes = new byte[OK_JSON.length + digits(body.length) + HEAD_END.length + body.length];
        System.arraycopy(OK_JSON, 0, bytes, 0, OK_JSON.length);
        int position = OK_JSON.length + digits(body.length);
        int rest = body.length;
        int digit = position;
        do {
            digit--;
            bytes[digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        System.arraycopy(HEAD_END, 0, bytes, position, HEAD_END.length);
        System.arraycopy(body, 0, bytes, position + HEAD_END.length, body.length);
        return ByteBuffer.wrap(bytes);
    }

    private static int digits(int number) {
        int count = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        return count;
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 417 -> "Expectation Failed";
            case 422 -> "Unprocessable Content";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            case 505 -> "HTTP Version Not Supported";
            case 507 -> "Insufficient Storage";
            default -> "Unknown";
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
