package org.graalvisor.harness.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes connections whose exchange takes too long. A socket timeout would cost an additional poll system call per
 * read; one thread that looks every few milliseconds costs the load nothing.
 */
public final class DeadlineWatch implements AutoCloseable {
    private static final long PERIOD_NS = 20_000_000;

    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    /** Starts the watching thread. */
    public DeadlineWatch() {
        this.thread = Thread.ofPlatform().daemon().name("deadline-watch").unstarted(this::watch);
        thread.start();
    }

    void add(HttpConnection connection) {
        connections.add(connection);
    }

    void remove(HttpConnection connection) {
        connections.remove(connection);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            long nowNs = System.nanoTime();
            connections.forEach(connection -> connection.closeIfOverdue(nowNs));
            LockSupport.parkNanos(PERIOD_NS);
        }
    }

    /** Ends the watching thread; open connections lose their time limit. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
