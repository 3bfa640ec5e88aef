package org.graalvisor.runtime.http;

/**
 * What is sent back.
 *
 * @param status HTTP status code
 * @param contentType value of Content-Type
 * @param extraHeaders further header lines, each with its CRLF, mostly empty
 * @param body the body; passed through, never re-encoded
 */
public record Reply(int status, String contentType, String extraHeaders, byte[] body) {

    /** 200 with a JSON body. */
    public static Reply json(byte[] body) {
        return new Reply(200, "application/json", "", body);
    }
}
