package org.graalvisor.runtime.http;

import java.io.IOException;

/** Finds where a body ends and hands its bytes to a sink. */
interface BodyDecoder {

    /**
     * Consumes what it can of bytes[from, to).
     *
     * @return how many bytes were consumed
     */
    int consume(byte[] bytes, int from, int to, BodySink sink) throws IOException;

    /** Whether the body's last byte was consumed. */
    boolean isComplete();
}
