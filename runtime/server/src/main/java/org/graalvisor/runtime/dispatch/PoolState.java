package org.graalvisor.runtime.dispatch;

/**
 * A moment of the thread pool.
 *
 * @param threads all threads of the pool
 * @param active threads that poll or serve quick requests
 * @param idle threads that wait for work
 * @param quarantined threads inside calls that outlived their deadline
 * @param queued connections that wait for a thread
 * @param started threads started so far
 */
public record PoolState(int threads, int active, int idle, int quarantined, int queued, long started) {}
