package org.graalvisor.harness.platform;

import java.time.Duration;
import java.util.List;
import org.graalvisor.harness.process.ProcessIdentity;

/** A started system under test. Closing it ends all its processes. */
public interface PlatformSession extends AutoCloseable {

    /** Returns the {@link System#nanoTime} at which the first process was created. */
    long startedNs();

    /**
     * Waits, busily, for the first reply of any kind.
     *
     * @param timeout longest wait
     * @return the {@link System#nanoTime} at which the reply was complete
     * @throws SystemUnderTestException when it ends or does not reply in time
     */
    long awaitFirstReply(Duration timeout);

    /**
     * Waits for the first reply of any kind, asking every few milliseconds only, so that waiting for many systems takes no
     * processor from them.
     *
     * @param timeout longest wait
     * @throws SystemUnderTestException when it ends or does not reply in time
     */
    default void awaitReady(Duration timeout) {
        awaitFirstReply(timeout);
    }

    /** Tells whether nothing of the system has ended on its own. Cheap enough to be asked all the time. */
    default boolean isAlive() {
        return true;
    }

    /** Returns the processes it was started as, without those they have started. Cheap, unlike {@link #processes}. */
    default List<ProcessIdentity> roots() {
        return processes();
    }

    /**
     * Makes a function known; does nothing on platforms whose functions are fixed.
     *
     * @param function the function
     * @throws SystemUnderTestException when the platform refuses it
     */
    void register(FunctionUnderTest function);

    /** Returns a caller of functions, for one thread at a time. */
    Invoker openInvoker();

    /** Returns every living process of the system. */
    List<ProcessIdentity> processes();

    @Override
    void close();
}
