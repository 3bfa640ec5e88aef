package org.graalvisor.runtime.http;

/** Takes a body nobody wants. */
public enum DiscardingSink implements BodySink {
    INSTANCE;

    @Override
    public void write(byte[] bytes, int offset, int length) {
        // The point of this sink.
    }

    @Override
    public void abandon() {
        // Holds nothing.
    }
}
