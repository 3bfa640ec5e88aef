package org.graalvisor.baselines.photons.state;

import java.util.Optional;

/** The initialisation of one class in one invocation; follows the Java Virtual Machine Specification, §5.5. */
final class ClassInitialization {
    private final Invocation invocation;
    private final int number;
    private Optional<StaticState> state = Optional.empty();
    private Optional<Thread> initializer = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean finished;

    ClassInitialization(Invocation invocation, int number) {
        this.invocation = invocation;
        this.number = number;
    }

    /**
     * Returns the state, initialised, or while this very thread is initialising it, as far as that has come.
     *
     * @throws ExceptionInInitializerError around what the initialiser threw
     * @throws NoClassDefFoundError when an earlier attempt failed
     */
    StaticState ensure() {
        synchronized (this) {
            awaitOthers();
            if (failure.isPresent()) {
                NoClassDefFoundError error = new NoClassDefFoundError("Could not initialize class " + className());
                error.initCause(failure.get());
                throw error;
            }
            if (finished || initializer.isPresent()) {
                return state.orElseThrow();
            }
            initializer = Optional.of(Thread.currentThread());
            state = Optional.of(invocation.layout().create(number));
        }
        initialize();
        return state.orElseThrow();
    }

    private void initialize() {
        try {
            invocation.layout().classes().get(number).prerequisites().forEach(invocation::ensure);
            state.orElseThrow().initialize();
            finish(Optional.empty());
        } catch (Error e) {
            finish(Optional.of(e));
            throw e;
        } catch (Throwable e) {
            // Generated code may throw checked exceptions that no signature declares.
            finish(Optional.of(e));
            throw new ExceptionInInitializerError(e);
        }
    }

    private synchronized void finish(Optional<Throwable> thrown) {
        failure = thrown;
        finished = thrown.isEmpty();
        initializer = Optional.empty();
        if (finished) {
            invocation.publish(number, state.orElseThrow());
        }
        notifyAll();
    }

    private synchronized void awaitOthers() {
        boolean interrupted = false;
        while (initializer.isPresent() && initializer.get() != Thread.currentThread()) {
            try {
                wait();
            } catch (InterruptedException e) {
                // A class initialises whether or not somebody interrupts those who wait for it.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String className() {
        return invocation.layout().classes().get(number).className();
    }
}
