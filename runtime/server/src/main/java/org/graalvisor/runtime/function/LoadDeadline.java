package org.graalvisor.runtime.function;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Ends the loading of a function's code that takes too long, context by context. One thread for as long as the loading lasts. */
final class LoadDeadline implements CancellationWatch, AutoCloseable {
    private final long timeoutMs;
    private Optional<Thread> timer = Optional.empty();

    LoadDeadline(long timeoutMs) {
        this.timeoutMs = timeoutMs;
    }

    @Override
    public boolean enter(Cancellation cancellation) {
        Thread thread = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(timeoutMs);
                cancellation.cancel();
            } catch (InterruptedException e) {
                // Loaded in time.
                return;
            }
        }, "load-deadline");
        thread.setDaemon(true);
        thread.start();
        close();
        timer = Optional.of(thread);
        return true;
    }

    @Override
    public void close() {
        timer.ifPresent(Thread::interrupt);
    }
}
