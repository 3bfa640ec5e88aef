package org.graalvisor.runtime.http;

import java.io.IOException;

/** Takes the bytes of one request body as they arrive. Used by one thread at a time. */
public interface BodySink {

    /**
     * Takes the next bytes; must not keep the array.
     *
     * @throws IOException when they cannot be stored
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** The request will not be completed: give back what is held. */
    void abandon();
}
