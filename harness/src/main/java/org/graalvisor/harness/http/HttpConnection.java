package org.graalvisor.harness.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** One keep-alive connection, used by one thread at a time. Opened by the first exchange and again after a failure. */
public final class HttpConnection implements AutoCloseable {
    private static final int MAX_BODY_BYTES = 256 << 20;
    private static final long NO_DEADLINE = Long.MAX_VALUE;

    private final InetSocketAddress address;
    private final long timeoutNs;
    private final DeadlineWatch watch;
    private ByteBuffer outgoing = ByteBuffer.allocateDirect(4096);
    private SocketChannel channel;
    private ReplyReader reader;
    private volatile long deadlineNs = NO_DEADLINE;
    private volatile boolean timedOut;

    /**
     * @param address server
     * @param timeoutMs longest exchange, connecting included
     * @param watch enforces the timeout
     */
    public HttpConnection(InetSocketAddress address, long timeoutMs, DeadlineWatch watch) {
        this.address = address;
        this.timeoutNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        this.watch = watch;
    }

    /**
     * Sends a request and reads its reply.
     *
     * @throws SocketTimeoutException when the reply was not complete in time
     * @throws IOException when the connection cannot be opened, breaks, or carries no HTTP
     */
    public HttpReply exchange(HttpRequest request) throws IOException {
        timedOut = false;
        deadlineNs = System.nanoTime() + timeoutNs;
        try {
            connect();
            send(request.wireBytes());
            HttpReply reply = reader.read(MAX_BODY_BYTES);
            deadlineNs = NO_DEADLINE;
            if (!reader.keepAlive()) {
                disconnect();
            }
            return reply;
        } catch (IOException failure) {
            deadlineNs = NO_DEADLINE;
            disconnect();
            throw timedOut ? timeout(failure) : failure;
        }
    }

    private SocketTimeoutException timeout(IOException cause) {
        SocketTimeoutException timeout = new SocketTimeoutException(
                "no complete reply from " + address + " within " + TimeUnit.NANOSECONDS.toMillis(timeoutNs) + " ms");
        timeout.initCause(cause);
        return timeout;
    }

    private void connect() throws IOException {
        if (channel != null && channel.isOpen()) {
            return;
        }
        SocketChannel opened = SocketChannel.open();
        synchronized (this) {
            channel = opened;
        }
        watch.add(this);
        opened.connect(address);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        reader = new ReplyReader(opened);
    }

    private void send(byte[] bytes) throws IOException {
        if (outgoing.capacity() < bytes.length) {
            outgoing = ByteBuffer.allocateDirect(bytes.length);
        }
        outgoing.clear().put(bytes).flip();
        while (outgoing.hasRemaining()) {
            if (channel.write(outgoing) < 0) {
                throw new ClosedChannelException();
            }
        }
    }

    void closeIfOverdue(long nowNs) {
        if (deadlineNs != NO_DEADLINE && nowNs - deadlineNs > 0) {
            timedOut = true;
            closeChannel();
        }
    }

    private void disconnect() {
        watch.remove(this);
        closeChannel();
    }

    private synchronized void closeChannel() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            // A connection that cannot be closed orderly is gone all the same.
        }
    }

    /** Closes the connection. */
    @Override
    public void close() {
        disconnect();
    }
}
