package org.graalvisor.harness.platform;

import java.io.IOException;

/** Calls functions over one connection. Used by one thread; {@link #close} may come from another and ends a call. */
public interface Invoker extends AutoCloseable {

    /**
     * Calls a function and waits for its reply.
     *
     * @param invocation function and arguments; the same object is cheapest when it is sent again
     * @throws IOException when there was no complete reply
     */
    InvocationReply invoke(Invocation invocation) throws IOException;

    @Override
    void close();
}
