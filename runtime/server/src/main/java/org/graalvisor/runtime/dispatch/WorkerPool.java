package org.graalvisor.runtime.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The global thread pool and its request queue.
 *
 * <p>
 * A worker is active while it polls or serves quick requests, idle while it waits for work, and blocked while it runs a slow
 * call. As long as any request can come there is at least one active worker, so there is always one that polls or will poll
 * soon. More are woken up to the number of processors when requests queue up; quick requests on more threads than processors
 * would only cost switches.
 */
final class WorkerPool {
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Connection> queue = new ArrayDeque<>();
    private final ArrayDeque<Worker> idle = new ArrayDeque<>();
    private final ArrayList<Worker> workers = new ArrayList<>();
    private final int maxThreads;
    private final int parallelism;
    private final long idleThreadNanos;
    private final Dispatcher dispatcher;
    private final Overseer overseer;
    private int active;
    private int quarantined;
    private boolean polling;
    private boolean stopped;
    private long started;

    /**
     * @param maxThreads most calls that may run at once; one thread more is kept for polling
     * @param parallelism workers that serve quick requests at once
     * @param idleThreadMs milliseconds after which an idle thread ends
     */
    WorkerPool(int maxThreads, int parallelism, long idleThreadMs, Dispatcher dispatcher, Overseer overseer) {
        this.maxThreads = maxThreads;
        this.parallelism = parallelism;
        this.idleThreadNanos = TimeUnit.MILLISECONDS.toNanos(idleThreadMs);
        this.dispatcher = dispatcher;
        this.overseer = overseer;
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    void start() {
        lock.lock();
        try {
            wakeOne();
        } finally {
            lock.unlock();
        }
    }

    /** What a worker is to do next. */
    enum Duty {
        SERVE, POLL, END
    }

    /**
     * Waits for something to do.
     *
     * @param served receives the connection when the duty is to serve
     */
    Duty await(Worker worker, Connection[] served) {
        lock.lock();
        try {
            for (;;) {
                if (stopped || isSurplus(worker)) {
                    forget(worker);
                    return Duty.END;
                }
                // A worker that comes back from a slow call must not join those that are enough already: under load the queue
                // is never empty, and it would stay, with all of them taking the processor from each other.
                if (activeBeside(worker) >= parallelism) {
                    if (!sleep(worker)) {
                        forget(worker);
                        return Duty.END;
                    }
                    continue;
                }
                Connection connection = queue.pollFirst();
                if (connection != null) {
                    activate(worker);
                    if (!queue.isEmpty() && active < parallelism) {
                        wakeOne();
                    }
                    served[0] = connection;
                    return Duty.SERVE;
                }
                if (!polling) {
                    activate(worker);
                    polling = true;
                    return Duty.POLL;
                }
                if (!sleep(worker)) {
                    forget(worker);
                    return Duty.END;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The polling worker is back with connections to serve. */
    void polled(List<Connection> ready) {
        lock.lock();
        try {
            polling = false;
            queue.addAll(ready);
        } finally {
            lock.unlock();
        }
        ready.clear();
    }

    /** Adds a connection from outside the pool. */
    void enqueue(Connection connection) {
        lock.lock();
        try {
            queue.addLast(connection);
            if (active < parallelism || (polling && active == 1)) {
                wakeOne();
            }
        } finally {
            lock.unlock();
        }
    }

    /** See {@link Worker#aboutToBlock}. */
    boolean leaveToAnother(Worker worker) {
        lock.lock();
        try {
            if (!worker.active) {
                return true;
            }
            return deactivate(worker);
        } finally {
            lock.unlock();
        }
    }

    private boolean deactivate(Worker worker) {
        boolean needsHelp = active == 1 || (!queue.isEmpty() && active <= parallelism);
        if (needsHelp && !wakeOne() && active == 1) {
            return false;
        }
        worker.active = false;
        active--;
        return true;
    }

    /** A call that outlived its deadline came back. */
    void returned(Worker worker) {
        lock.lock();
        try {
            if (worker.quarantined) {
                worker.quarantined = false;
                quarantined--;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks at every worker: lets another one poll where a call that was expected to be quick is not, and claims the calls whose
     * deadline passed.
     *
     * @param expired receives the claimed calls
     */
    Inspection inspect(long nowNanos, long stallNanos, List<TimedCall> expired) {
        long earliestNanos = nowNanos + Overseer.FAR_NANOS;
        long calls = 0;
        lock.lock();
        try {
            for (int i = 0; i < workers.size(); i++) {
                Worker worker = workers.get(i);
                calls += worker.calls();
                TimedCall call = worker.current();
                if (call == null || worker.quarantined) {
                    continue;
                }
                if (worker.active && nowNanos - call.startNanos() > stallNanos) {
                    deactivate(worker);
                }
                if (nowNanos - call.deadlineNanos() >= 0) {
                    if (call.claim()) {
                        worker.quarantined = true;
                        quarantined++;
                        expired.add(call);
                    }
                } else if (call.deadlineNanos() - earliestNanos < 0) {
                    earliestNanos = call.deadlineNanos();
                }
            }
            return new Inspection(calls, earliestNanos, workers.size(), polling && active == 1);
        } finally {
            lock.unlock();
        }
    }

    /** A number that changes with every call. */
    long calls() {
        lock.lock();
        try {
            long calls = 0;
            for (int i = 0; i < workers.size(); i++) {
                calls += workers.get(i).calls();
            }
            return calls;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param calls changes with every call
     * @param earliestNanos the next deadline
     * @param threads threads of the pool
     * @param quiet whether no quick call can be under way
     */
    record Inspection(long calls, long earliestNanos, int threads, boolean quiet) {}

    /** Ends all threads that are not inside a call, and the others as soon as they return. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            for (Worker worker : idle) {
                worker.woken.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    PoolState state() {
        lock.lock();
        try {
            return new PoolState(workers.size(), active, idle.size(), quarantined, queue.size(), started);
        } finally {
            lock.unlock();
        }
    }

    private int activeBeside(Worker worker) {
        return worker.active ? active - 1 : active;
    }

    private void activate(Worker worker) {
        if (!worker.active) {
            worker.active = true;
            active++;
        }
    }

    /** Waits until woken. Returns false when the thread was idle for so long that it should end. */
    private boolean sleep(Worker worker) {
        if (worker.active) {
            worker.active = false;
            active--;
        }
        worker.wokenUp = false;
        idle.push(worker);
        long remaining = idleThreadNanos;
        while (!worker.wokenUp && !stopped) {
            if (remaining <= 0) {
                idle.remove(worker);
                return false;
            }
            try {
                remaining = worker.woken.awaitNanos(remaining);
            } catch (InterruptedException e) {
                // Nobody interrupts workers; a function library that does must not end the pool.
                remaining = idleThreadNanos;
            }
        }
        return true;
    }

    /** Wakes the worker that went idle last, or starts one. Returns false when there may be no more. */
    private boolean wakeOne() {
        Worker sleeper = idle.poll();
        if (sleeper != null) {
            sleeper.wokenUp = true;
            sleeper.active = true;
            active++;
            sleeper.woken.signal();
            return true;
        }
        if (stopped || workers.size() - quarantined > maxThreads || quarantined > maxThreads) {
            return false;
        }
        Worker worker = new Worker(dispatcher, this, overseer);
        Thread thread = new Thread(worker, "worker-" + started);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // The operating system refuses more threads: same as having reached the maximum.
            return false;
        }
        started++;
        workers.add(worker);
        active++;
        return true;
    }

    /** Whether there are more threads than allowed, as when a call returns from quarantine. */
    private boolean isSurplus(Worker worker) {
        return !worker.active && workers.size() - quarantined > maxThreads + 1;
    }

    private void forget(Worker worker) {
        workers.remove(worker);
        if (worker.active) {
            worker.active = false;
            active--;
        }
    }
}
