package org.graalvisor.harness.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import org.graalvisor.harness.http.HttpRequest;

/**
 * Catches the first moment a starting server replies. Connecting is tried in a tight loop: a refused connection on the
 * loopback device costs a few dozen microseconds, which bounds the error of the stamp.
 */
final class FirstReply {
    /** On one core a busy loop would take the processor from the server that it waits for. */
    private static final boolean YIELD = Runtime.getRuntime().availableProcessors() == 1;
    private static final int CHECK_PERIOD = 64;

    private final InetSocketAddress address;
    private final HttpRequest request;

    FirstReply(InetSocketAddress address, HttpRequest request) {
        this.address = address;
        this.request = request;
    }

    /**
     * Waits.
     *
     * @param deadlineNs {@link System#nanoTime} to give up at
     * @param failIfEnded called now and then, throws when the server has ended
     * @return the {@link System#nanoTime} of the first byte of the reply
     */
    long await(long deadlineNs, Runnable failIfEnded) throws IOException {
        for (int attempt = 1; System.nanoTime() < deadlineNs; attempt++) {
            try (SocketChannel channel = SocketChannel.open()) {
                channel.connect(address);
                return exchange(channel, deadlineNs, failIfEnded);
            } catch (SocketTimeoutException timeout) {
                throw timeout;
            } catch (IOException notReady) {
                if (attempt % CHECK_PERIOD == 0) {
                    failIfEnded.run();
                }
                if (YIELD) {
                    LockSupport.parkNanos(100_000);
                }
            }
        }
        throw new SocketTimeoutException("nothing accepts connections at " + address);
    }

    private long exchange(SocketChannel channel, long deadlineNs, Runnable failIfEnded) throws IOException {
        channel.write(ByteBuffer.wrap(request.wireBytes()));
        channel.configureBlocking(false);
        ByteBuffer reply = ByteBuffer.allocate(512);
        for (int attempt = 1; System.nanoTime() < deadlineNs; attempt++) {
            int bytes = channel.read(reply);
            if (bytes > 0) {
                return System.nanoTime();
            }
            if (bytes < 0) {
                throw new IOException("the server closed the connection without a reply");
            }
            if (attempt % (CHECK_PERIOD * 1024) == 0) {
                failIfEnded.run();
            }
            if (YIELD) {
                LockSupport.parkNanos(100_000);
            } else {
                Thread.onSpinWait();
            }
        }
        throw new SocketTimeoutException("connected to " + address + ", but nothing was replied");
    }
}
