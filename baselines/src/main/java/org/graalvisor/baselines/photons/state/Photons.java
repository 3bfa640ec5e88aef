package org.graalvisor.baselines.photons.state;

import java.util.Optional;
import java.util.concurrent.Callable;

/** What rewritten code calls. Tells which invocation a thread belongs to: threads belong to the one that started them. */
public final class Photons {
    private static final ThreadLocal<Invocation> CURRENT = new InheritableThreadLocal<>();

    private Photons() {}

    /**
     * Runs a task on this thread as part of an invocation.
     *
     * @throws Exception what the task throws
     */
    public static <T> T within(Invocation invocation, Callable<T> task) throws Exception {
        CURRENT.set(invocation);
        try {
            return task.call();
        } finally {
            CURRENT.remove();
        }
    }

    /**
     * The current invocation's copy of a class's static state, initialised. Called by generated code.
     *
     * @param number the class's number in the function's layout
     * @param className the class, for the message
     * @throws ForeignThreadException when the thread belongs to no invocation
     */
    public static StaticState statics(int number, String className) {
        Invocation invocation = CURRENT.get();
        if (invocation == null) {
            throw new ForeignThreadException(className);
        }
        return invocation.statics(number);
    }

    /**
     * Stands for {@link Class#forName(String)} in rewritten code, since the classes' own initialisers are gone.
     *
     * @param caller the class that calls
     */
    public static Class<?> forName(String name, Class<?> caller) throws ClassNotFoundException {
        return forName(name, true, caller.getClassLoader());
    }

    /** Stands for {@link Class#forName(String, boolean, ClassLoader)} in rewritten code. */
    public static Class<?> forName(String name, boolean initialize, ClassLoader loader) throws ClassNotFoundException {
        Class<?> found = Class.forName(name, initialize, loader);
        Optional<Invocation> invocation = Optional.ofNullable(CURRENT.get());
        if (initialize && invocation.isPresent() && invocation.get().layout().loader().equals(found.getClassLoader())) {
            invocation.get().ensure(found.getName());
        }
        return found;
    }
}
