package org.graalvisor.baselines.photons.state;

import java.util.List;

/**
 * One class with static state.
 *
 * @param className its binary name
 * @param stateClassName binary name of the generated class that holds one invocation's copy
 * @param prerequisites numbers of the classes that are initialised before it: its superclass, then its interfaces
 */
public record StateClass(String className, String stateClassName, List<Integer> prerequisites) {

    /** Copies the list. */
    public StateClass {
        prerequisites = List.copyOf(prerequisites);
    }
}
