package org.graalvisor.runtime.http;

import java.nio.ByteBuffer;

/** Replies as buffers ready to be sent. */
public final class Replies {
    private Replies() {}

    /**
     * A reply as buffers.
     *
     * @param headOnly whether the request was HEAD
     * @param keepAlive whether the connection lives on
     * @param version10 whether the client speaks HTTP/1.0, which must be told that the connection lives on
     */
    public static ByteBuffer[] encode(Reply reply, boolean headOnly, boolean keepAlive, boolean version10) {
        return ReplyEncoder.encode(reply, headOnly, keepAlive
                ? version10 ? "Connection: keep-alive\r\n" : ""
                : "Connection: close\r\n");
    }

    /** A reply after which the connection ends. */
    public static ByteBuffer[] closing(Reply reply) {
        return encode(reply, false, false, false);
    }

    /** Tells a client that waits for it to send its body. */
    public static ByteBuffer[] interimContinue() {
        return new ByteBuffer[]{ByteBuffer.wrap(ReplyEncoder.CONTINUE)};
    }
}
