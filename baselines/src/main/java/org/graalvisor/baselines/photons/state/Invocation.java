package org.graalvisor.baselines.photons.state;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** One invocation: its own copy of all static state of the function, made class by class as it is needed. */
public final class Invocation {
    private final StateLayout layout;
    /** States that are initialised. */
    private final AtomicReferenceArray<StaticState> ready;
    /** Guarded by itself. */
    private final Map<Integer, ClassInitialization> initializations = new HashMap<>();

    /**
     * @param layout the function's classes
     */
    public Invocation(StateLayout layout) {
        this.layout = layout;
        this.ready = new AtomicReferenceArray<>(layout.classes().size());
    }

    StateLayout layout() {
        return layout;
    }

    StaticState statics(int number) {
        StaticState state = ready.get(number);
        return state != null ? state : ensure(number);
    }

    StaticState ensure(int number) {
        ClassInitialization initialization;
        synchronized (initializations) {
            initialization = initializations.computeIfAbsent(number, key -> new ClassInitialization(this, key));
        }
        return initialization.ensure();
    }

    void publish(int number, StaticState state) {
        ready.set(number, state);
    }

    /** Initialises a class by name, if it is one with static state. */
    void ensure(String className) {
        for (int number = 0; number < layout.classes().size(); number++) {
            if (layout.classes().get(number).className().equals(className)) {
                statics(number);
            }
        }
    }
}
