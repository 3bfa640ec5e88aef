package org.graalvisor.runtime.dispatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvisor.runtime.error.RequestException;
import org.graalvisor.runtime.http.HttpLimits;
import org.graalvisor.runtime.http.RequestReader;

/**
 * One client connection. Exactly one thread owns it at a time; the poller hands ownership out, the owner gives it back with
 * {@link #release}.
 *
 * <p>
 * It stays registered for reading while it is owned, because most requests are answered before the next poll and changing
 * the registration is a system call. Only when the poller meets an event of an owned connection does it disarm it, and
 * {@link #release} then arms it again.
 */
public final class Connection {
    private static final int IDLE = 0;
    private static final int OWNED = 1;
    private static final int OWNED_DISARMED = 2;
    /** Largest piece given to the socket at once; the JDK copies each piece into a cached buffer outside the heap. */
    private static final int MAX_WRITE_BYTES = 128 * 1024;
    /** Enough for what a client has under way when it is told that its body is not wanted. */
    private static final int MAX_DRAINED_BYTES = 1 << 20;
    private static final ByteBuffer[] NOTHING = {};

    private final SocketChannel channel;
    private final Dispatcher dispatcher;
    private final RequestReader reader;
    private final AtomicInteger ownership = new AtomicInteger(OWNED);
    private SelectionKey key;
    private int armedOperations = SelectionKey.OP_READ;

    private ByteBuffer[] output = NOTHING;
    private int outputIndex;
    private boolean closing;
    private boolean draining;
    private int drainedBytes;
    private Optional<RequestException> rejection = Optional.empty();
    private final ConnectionAge age = new ConnectionAge();

    Connection(SocketChannel channel, Dispatcher dispatcher, HttpLimits limits) {
        this.channel = channel;
        this.dispatcher = dispatcher;
        this.reader = new RequestReader(limits);
    }

    void registered(SelectionKey selectionKey) {
        key = selectionKey;
    }

    RequestReader reader() {
        return reader;
    }

    ConnectionAge age() {
        return age;
    }

    /** The error to be told after a small unwanted body has been read. */
    Optional<RequestException> rejection() {
        return rejection;
    }

    void reject(Optional<RequestException> failure) {
        rejection = failure;
    }

    /** Whether the caller became the owner. */
    boolean tryOwn() {
        return ownership.compareAndSet(IDLE, OWNED);
    }

    boolean isOwned() {
        return ownership.get() != IDLE;
    }

    /**
     * The poller saw an event.
     *
     * @return whether the caller became the owner and must see that the connection is served
     */
    boolean ownAfterEvent() {
        if (tryOwn()) {
            return true;
        }
        synchronized (this) {
            if (ownership.compareAndSet(OWNED, OWNED_DISARMED)) {
                armedOperations = 0;
                key.interestOps(0);
                return false;
            }
            return tryOwn();
        }
    }

    /** Gives the connection back to the poller, which waits for room to write when output is pending, else for bytes. */
    void release() {
        if (!channel.isOpen()) {
            return;
        }
        int wanted = hasPendingOutput() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (armedOperations == wanted && ownership.compareAndSet(OWNED, IDLE)) {
            return;
        }
        synchronized (this) {
            if (!key.isValid()) {
                return;
            }
            key.interestOps(wanted);
            armedOperations = wanted;
            ownership.set(IDLE);
        }
        dispatcher.wakePoller();
    }

    /**
     * Reads once.
     *
     * @return bytes read, 0 when there are none now, -1 at the end
     */
    int read(ByteBuffer space) throws IOException {
        return channel.read(space);
    }

    /** Reads and forgets what the client still sends. Returns whether the connection is done. */
    boolean drain() throws IOException {
        ByteBuffer space = ByteBuffer.allocate(16 * 1024);
        for (;;) {
            space.clear();
            int count = channel.read(space);
            if (count < 0) {
                return true;
            }
            if (count == 0) {
                return false;
            }
            drainedBytes += count;
            if (drainedBytes > MAX_DRAINED_BYTES) {
                return true;
            }
        }
    }

    /** Sends the output as far as the socket takes it now. Returns whether all went. */
    boolean send(ByteBuffer[] buffers) throws IOException {
        output = buffers;
        outputIndex = 0;
        return flush();
    }

    /** Goes on sending. Returns whether all went. */
    boolean flush() throws IOException {
        while (outputIndex < output.length) {
            ByteBuffer buffer = output[outputIndex];
            while (buffer.hasRemaining()) {
                int limit = buffer.limit();
                buffer.limit(Math.min(limit, buffer.position() + MAX_WRITE_BYTES));
                int count = channel.write(buffer);
                buffer.limit(limit);
                if (count == 0) {
                    return false;
                }
            }
            outputIndex++;
        }
        output = NOTHING;
        outputIndex = 0;
        return true;
    }

    boolean hasPendingOutput() {
        return outputIndex < output.length;
    }

    /** The connection ends when all output went. */
    void closeAfterOutput() {
        closing = true;
    }

    /** As {@link #closeAfterOutput}, but the client may still be sending a body. */
    void drainAfterOutput() {
        closing = true;
        draining = true;
    }

    boolean isClosing() {
        return closing;
    }

    boolean isDraining() {
        return draining;
    }

    /**
     * Says that no more will be sent. Closing a socket with unread bytes resets it, and a reset may overtake the answer; so the
     * rest of an unwanted body is drained first.
     */
    void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    /** Ends the connection. */
    void close() {
        reader.abandon();
        output = NOTHING;
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone either way, and nobody is left to be told.
            draining = false;
        }
        // The JDK gives the descriptor back in the next poll.
        dispatcher.wakePoller();
    }
}
