package org.graalvisor.runtime.dispatch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.graalvisor.runtime.http.HttpLimits;
import org.graalvisor.runtime.time.NanoClock;

/** Accepts connections, polls them and lets the workers serve them. */
public final class Dispatcher implements AutoCloseable {
    private static final int BACKLOG = 4096;
    private static final long BUSY_CHECK_NANOS = 2_000_000;

    private final Selector selector;
    private final ServerSocketChannel acceptor;
    private final HttpProtocol protocol;
    private final HttpLimits limits;
    private final WorkerPool pool;
    private final Overseer overseer;
    private final NanoClock clock;
    private final long spinNanos;
    private final ArrayList<Connection> ready = new ArrayList<>();
    private final Consumer<SelectionKey> onEvent = this::onEvent;
    private boolean acceptable;
    private boolean overseerStarted;
    private volatile boolean polling;
    private volatile boolean stopping;
    private volatile long accepted;

    /**
     * Binds the address; serves nothing before {@link #start}.
     *
     * @throws IOException when the address cannot be bound
     */
    public Dispatcher(InetSocketAddress address, HttpService service, DispatchSettings settings, NanoClock clock)
            throws IOException {
        this.limits = settings.limits();
        this.clock = clock;
        this.spinNanos = TimeUnit.MICROSECONDS.toNanos(settings.spinMicros());
        long sweepMs = Math.max(10, Math.min(1000, limits.readTimeoutMs() / 4));
        this.overseer = new Overseer(clock, this, TimeUnit.MILLISECONDS.toNanos(sweepMs));
        this.protocol = new HttpProtocol(service, limits, this);
        this.pool = new WorkerPool(settings.maxThreads(), settings.parallelism(), settings.idleThreadMs(), this,
                overseer);
        this.acceptor = ServerSocketChannel.open();
        try {
            acceptor.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            acceptor.bind(address, BACKLOG);
            acceptor.configureBlocking(false);
            this.selector = Selector.open();
            acceptor.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            acceptor.close();
            throw e;
        }
    }

    /** Serves from now on. */
    public void start() {
        pool.start();
    }

    /** The port connections are accepted on. */
    public int port() {
        return acceptor.socket().getLocalPort();
    }

    /** The state of the thread pool and its queue. */
    public PoolState poolState() {
        return pool.state();
    }

    /** Open connections. */
    public int connections() {
        return selector.isOpen() ? Math.max(0, selector.keys().size() - (stopping ? 0 : 1)) : 0;
    }

    /** Connections accepted so far. */
    public long acceptedConnections() {
        return accepted;
    }

    /** Connections that broke while being served. */
    public long brokenConnections() {
        return protocol.brokenConnections();
    }

    /** Failures of the runtime itself while serving. */
    public long internalErrors() {
        return protocol.internalErrors();
    }

    /**
     * Stops accepting, answers what is under way, then ends all threads and connections.
     *
     * @param graceMs most milliseconds to wait for running requests
     */
    public void stop(long graceMs) {
        stopping = true;
        try {
            acceptor.close();
        } catch (IOException e) {
            // Closed is what it should be.
            wakePoller();
        }
        selector.wakeup();
        long giveUpNanos = clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(graceMs);
        while (isBusy() && clock.nanoTime() - giveUpNanos < 0) {
            LockSupport.parkNanos(BUSY_CHECK_NANOS);
        }
        close();
    }

    @Override
    public void close() {
        stopping = true;
        pool.stop();
        overseer.stop();
        try {
            acceptor.close();
            for (SelectionKey key : new ArrayList<>(selector.keys())) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            // All descriptors are gone when the process ends, which is what comes next.
            selector.wakeup();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    boolean hasConnections() {
        return connections() > 0;
    }

    void work(Worker worker) {
        Connection[] served = new Connection[1];
        for (;;) {
            switch (pool.await(worker, served)) {
                case SERVE -> protocol.serve(served[0], worker);
                case POLL -> poll();
                case END -> {
                    return;
                }
            }
        }
    }

    void enqueue(Connection connection) {
        pool.enqueue(connection);
        wakePoller();
    }

    /** Makes the poller, if a thread polls right now, see changed registrations. */
    void wakePoller() {
        if (polling) {
            selector.wakeup();
        }
    }

    WorkerPool.Inspection inspect(long nowNanos, long stallNanos, List<TimedCall> expired) {
        return pool.inspect(nowNanos, stallNanos, expired);
    }

    long calls() {
        return pool.calls();
    }

    void expire(TimedCall call) {
        protocol.expire(call);
    }

    /** Ends connections that were silent for too long. */
    void sweep(long nowNanos) {
        if (!selector.isOpen()) {
            return;
        }
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Connection connection && connection.tryOwn()) {
                long silentNanos = connection.age().observe(connection.reader().transitions(), nowNanos);
                if (silentNanos > TimeUnit.MILLISECONDS.toNanos(allowedMs(connection))) {
                    protocol.timeOut(connection);
                } else {
                    connection.release();
                }
            }
        }
    }

    private long allowedMs(Connection connection) {
        if (connection.reader().isPartial() || connection.hasPendingOutput() || connection.isClosing()) {
            return limits.readTimeoutMs() + connection.reader().requestBytes();
        }
        return limits.keepAliveTimeoutMs();
    }

    private boolean isBusy() {
        if (!selector.isOpen()) {
            return false;
        }
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Connection connection && key.isValid() && (connection.isOwned()
                    || connection.hasPendingOutput())) {
                return true;
            }
        }
        return false;
    }

    private void poll() {
        polling = true;
        try {
            select();
            if (acceptable) {
                acceptable = false;
                accept();
            }
        } catch (IOException e) {
            // Accepting failed, mostly for want of descriptors: serve what is there, try again when one is closed.
            LockSupport.parkNanos(BUSY_CHECK_NANOS);
        } catch (ClosedSelectorException e) {
            ready.clear();
        } finally {
            polling = false;
            pool.polled(ready);
        }
    }

    private void select() throws IOException {
        if (spinNanos > 0) {
            long until = clock.nanoTime() + spinNanos;
            do {
                if (selector.selectNow(onEvent) > 0) {
                    return;
                }
            } while (clock.nanoTime() - until < 0);
        }
        selector.select(onEvent);
    }

    private void onEvent(SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            try {
                if (connection.ownAfterEvent()) {
                    ready.add(connection);
                }
            } catch (CancelledKeyException e) {
                // Its owner closed it between the poll and here; nothing is left to serve.
                return;
            }
        } else {
            acceptable = true;
        }
    }

    private void accept() throws IOException {
        if (!overseerStarted) {
            overseerStarted = true;
            overseer.start();
        }
        while (!stopping) {
            SocketChannel channel = acceptor.accept();
            if (channel == null) {
                return;
            }
            adopt(channel);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the polling thread accepts, and there is one at a time
    private void adopt(SocketChannel channel) throws IOException {
        accepted++;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Connection connection = new Connection(channel, this, limits);
        connection.registered(channel.register(selector, SelectionKey.OP_READ, connection));
        // A client that connects sends at once: reading now mostly saves a poll.
        ready.add(connection);
    }
}
