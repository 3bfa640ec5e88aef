package org.graalvisor.runtime.http;

/** The request methods some route answers; everything else is {@link #OTHER} and leads to 405. */
public enum RequestMethod {
    GET, HEAD, POST, OTHER;

    static RequestMethod of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 4 && bytes[from] == 'P' && bytes[from + 1] == 'O' && bytes[from + 2] == 'S' && bytes[from
                + 3] == 'T') {
            return POST;
        }
        if (length == 3 && bytes[from] == 'G' && bytes[from + 1] == 'E' && bytes[from + 2] == 'T') {
            return GET;
        }
        if (length == 4 && bytes[from] == 'H' && bytes[from + 1] == 'E' && bytes[from + 2] == 'A' && bytes[from
                + 3] == 'D') {
            return HEAD;
        }
        return OTHER;
    }
}
